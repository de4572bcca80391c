import fc from 'fast-check';

// For the tests only: what somebody hands in who does not want to be graded.

export const secret = 'export const secret = 42;';

/** Mostly parts of wanted paths, so that they are nearly right. */
const segment = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom('exercises', '12-rnn-cell', 'rnn-cell.ts', '02-activations', 'activations.ts'),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      'alice',
      'RNN-cell.ts',
      '12-RNN-CELL',
      'tsconfig.json',
      '__MACOSX',
      'node_modules',
    ),
  },
  {
    weight: 1,
    arbitrary: fc.stringMatching(/^[^/\0]{1,12}$/u).filter((name) => name !== '.' && name !== '..'),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('\u2028', 'a\u202eb', '\u001b[2J', 'ﬁ', 'K', '…'.repeat(40)),
  },
);

/** Of a folder. */
export const paths = fc.array(segment, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/'));

/** Of an archive, where a path may be anything. */
export const storedPaths = fc.oneof(
  paths,
  fc
    .tuple(
      fc.constantFrom('/', '../', 'C:/', './', '\\', 'a/../../', '//', '\0'),
      paths,
      fc.constantFrom('', '/', '\\', '\0'),
    )
    .map((parts) => parts.join('')),
  paths.map((path) => path.replaceAll('/', '\\')),
  // the writer of zips cannot write this name
  fc.string({ unit: 'binary', maxLength: 30 }).filter((path) => path !== '__proto__'),
);

export const contents = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }).map((text) => Buffer.from(text)),
  fc.string({ maxLength: 60 }).map((text) => Buffer.from(`\ufeff${text}`, 'utf16le')),
  fc.uint8Array({ maxLength: 60 }),
  fc
    .constantFrom('[', '{', '\0', ' ', 'async(')
    .chain((unit) => fc.nat(270_000).map((length) => Buffer.alloc(length, unit))),
);
