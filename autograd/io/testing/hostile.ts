import fc from 'fast-check';

/** A part of a file that is replaced: by less, by more, by something else. */
interface Change {
  /** Where it begins, as a share of the file. */
  at: number;
  removed: number;
  inserted: Uint8Array;
}

const TOKENS = ['{', '}', '[', ']', ',', '"', ':', '-', '0', '1e3', '9'.repeat(20), '\\', '\\u0000', 'null'];

const change: fc.Arbitrary<Change> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  removed: fc.integer({ min: 0, max: 9 }),
  inserted: fc.oneof(
    fc.uint8Array({ maxLength: 9 }),
    fc.constantFrom(...TOKENS).map((token) => new TextEncoder().encode(token)),
  ),
});

function changed(file: Uint8Array, { at, removed, inserted }: Change): Uint8Array {
  const start = Math.floor(at * file.length);
  return Uint8Array.from([...file.subarray(0, start), ...inserted, ...file.subarray(start + removed)]);
}

/** One to three changes of a file. */
export const changes = fc
  .array(change, { minLength: 1, maxLength: 3 })
  .map((list) => (file: Uint8Array) => list.reduce(changed, file));

/** What stands where an entry or a field of one should. */
const oddity = fc.oneof(
  fc.json({ maxDepth: 2 }),
  fc.constantFrom(
    '-0',
    '1.0',
    '1e3',
    '[1e400]',
    '"F32"',
    '[0,4]',
    '[]',
    'null',
    '[9007199254740993]',
    '[0,4,8]',
  ),
);

const field = fc
  .tuple(fc.constantFrom('dtype', 'shape', 'data_offsets', 'x', '__proto__'), oddity)
  .map(([key, value]) => `"${key}":${value}`);

const entry = fc.oneof(
  oddity,
  fc.array(field, { maxLength: 4 }).map((fields) => `{${fields.join()}}`),
  fc.constant('{"dtype":"F32","shape":[],"data_offsets":[0,4]}'),
);

/** A header of JSON, or nearly, that says anything; some describe a tensor of 4 bytes. */
export const header = fc
  .array(fc.tuple(fc.constantFrom('a', 'b', '__metadata__', '__proto__'), entry), { maxLength: 3 })
  .map((entries) => `{${entries.map(([name, value]) => `"${name}":${value}`).join()}}`);
