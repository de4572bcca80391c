import type { Rng } from '#autograd';
import { below, type Material, pick } from './choose.ts';
import { mutateTokens } from './mutate-tokens.ts';

/** Longer inputs are cut: what they could show, shorter ones show sooner. */
const LONGEST = 1 << 16;

const EDGES = [0, 1, 2, 4, 8, 16, 127, 128, 255, 256, 65535, 65536, 2 ** 31 - 1, 2 ** 31, 2 ** 32 - 1];

type Mutation = (bytes: Uint8Array, material: Material) => Uint8Array;

const MUTATIONS: Mutation[] = [
  (bytes, { rng }) => changed(bytes, rng, (byte) => byte ^ (1 << below(rng, 8))),
  (bytes, { rng }) => changed(bytes, rng, () => below(rng, 256)),
  (bytes, { rng }) => changed(bytes, rng, (byte) => byte + below(rng, 33) - 16),
  (bytes, { rng }) => overwritten(bytes, rng, little(pick(EDGES, rng), 4)),
  (bytes, { rng }) => overwritten(bytes, rng, little(pick(EDGES, rng), 2)),
  (bytes, { rng, words }) => overwritten(bytes, rng, pick(words, rng)),
  (bytes, { rng, words }) => inserted(bytes, rng, pick(words, rng)),
  (bytes, { rng, words }) => inserted(bytes, rng, pick(words, rng)),
  (bytes, { rng }) => inserted(bytes, rng, piece(bytes, rng)),
  (bytes, { rng, other }) => inserted(bytes, rng, piece(other, rng)),
  (bytes, { rng, other }) => overwritten(bytes, rng, piece(other, rng)),
  (bytes, { rng }) => without(bytes, rng),
  (bytes, { rng }) => bytes.subarray(0, below(rng, bytes.length + 1)),
];

/** The input after a few changes: of its bytes, or as often of its tokens where it has some. */
export function mutate(input: Uint8Array, material: Material, tokens?: RegExp): Uint8Array {
  const { rng } = material;
  const mutated =
    tokens && rng() < 0.5 ? mutateTokens(input, tokens, material) : mutateBytes(input, material);
  return new Uint8Array(mutated.subarray(0, LONGEST));
}

function mutateBytes(input: Uint8Array, material: Material): Uint8Array {
  let bytes = input;
  for (let left = 1 << below(material.rng, 4); left > 0; left--)
    bytes = pick(MUTATIONS, material.rng)(bytes, material);
  return bytes;
}

function little(value: number, size: number): Uint8Array {
  return Uint8Array.from({ length: size }, (_, i) => value / 256 ** i);
}

function changed(bytes: Uint8Array, rng: Rng, change: (byte: number) => number): Uint8Array {
  const at = below(rng, bytes.length);
  const copy = new Uint8Array(bytes);
  if (bytes.length > 0) copy[at] = change(bytes[at]!);
  return copy;
}

function overwritten(bytes: Uint8Array, rng: Rng, by: Uint8Array): Uint8Array {
  const copy = new Uint8Array(bytes);
  const at = below(rng, bytes.length);
  copy.set(by.subarray(0, bytes.length - at), at);
  return copy;
}

function inserted(bytes: Uint8Array, rng: Rng, what: Uint8Array): Uint8Array {
  const at = below(rng, bytes.length + 1);
  return Buffer.concat([bytes.subarray(0, at), what, bytes.subarray(at)]);
}

function without(bytes: Uint8Array, rng: Rng): Uint8Array {
  const at = below(rng, bytes.length);
  return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + piece(bytes, rng).length)]);
}

/** Mostly short: of a long piece little is new. */
function piece(bytes: Uint8Array, rng: Rng): Uint8Array {
  const at = below(rng, bytes.length);
  return bytes.subarray(at, at + 1 + below(rng, 1 << below(rng, 9)));
}
