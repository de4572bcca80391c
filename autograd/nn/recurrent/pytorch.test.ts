import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { concat, grad, mul, reshape, type Shape, seededRng, split, sum, Tensor } from '#autograd';
import { readSafetensors } from '#autograd/io';
import { GRU, LSTM, RNN, type StateDict } from '#autograd/nn';
import { distance } from './testing/close.ts';

/** As fixtures/pytorch/recurrent.py says. */
interface Case {
  module: keyof typeof LAYERS;
  inputSize: number;
  hiddenSize: number;
  options: { numLayers: number; bidirectional: boolean; nonlinearity?: 'relu' | 'tanh'; projSize?: number };
  input: Shape;
  state: Record<string, Shape> | null;
  lengths: number[] | null;
}

type Tensors = Record<string, Tensor>;

const LAYERS = { RNN, LSTM, GRU };
const TOLERANCE = 1e-12;

const file = new URL('../../../fixtures/pytorch/recurrent.safetensors', import.meta.url);
const { tensors, metadata } = readSafetensors(readFileSync(file));
const cases = JSON.parse(metadata.cases) as Case[];

/** Lehmer's generator, as in recurrent.py. */
function drawFrom(seed: number): (shape: Shape) => Tensor {
  let x = seed;
  const number = () => {
    x = (75 * x) % 65537;
    return x / 65537 - 0.5;
  };
  return (shape) => {
    const size = shape.reduce((a, b) => a * b, 1);
    return new Tensor(Float64Array.from({ length: size }, number), shape, true);
  };
}

/** Outputs, states and gradients; everything is drawn in the order of recurrent.py. */
function resultOf(one: Case, draw: (shape: Shape) => Tensor, changed: (x: Tensor) => Tensor): Tensors {
  const options = { ...one.options, rng: seededRng(1) };
  const layer = new LAYERS[one.module as 'LSTM'](one.inputSize, one.hiddenSize, options);
  const parameters = sorted(layer.namedParameters());
  layer.loadStateDict(mapValues(parameters, ({ shape }) => changed(draw(shape))));
  const x = draw(one.input);
  const before = one.state ? mapValues(one.state, draw) : {};
  const state = one.state ? (before as { h: Tensor; c: Tensor }) : undefined;
  const { output, state: after } = layer.forward(x, { state, lengths: one.lengths ?? undefined });
  const results = { output, ...after };
  const loss = Object.values(results)
    .map((y) => sum(mul(y, draw(y.shape))))
    .reduce((a, b) => a.add(b));
  const gradients = grad(loss, [...Object.values(parameters), x, ...Object.values(before)]);
  return { ...results, gradients: concat(gradients.map((slope) => reshape(slope, [-1]))) };
}

function sorted(parameters: StateDict): StateDict {
  const entries = Object.entries(parameters);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function mapValues<X, Y>(record: Record<string, X>, f: (x: X) => Y): Record<string, Y> {
  return Object.fromEntries(Object.entries(record).map(([name, x]) => [name, f(x)]));
}

/** What is further from PyTorch's than rounding explains. */
function differencesOf(one: Case, changed = (x: Tensor) => x): string[] {
  const n = cases.indexOf(one);
  const found = resultOf(one, drawFrom(n + 1), changed);
  const isClose = ([name, y]: [string, Tensor]) => distance(y, tensors[`${n}.${name}`]) <= TOLERANCE;
  const off = Object.entries(found).filter((entry) => !isClose(entry));
  return off.map(([name]) => `${name} of ${JSON.stringify(one)}`);
}

function titleOf({ module, options: { numLayers, bidirectional, nonlinearity, projSize } }: Case): string {
  const kind = [module, nonlinearity, projSize ? 'with a projection' : undefined].filter(Boolean).join(' ');
  return `${kind}, layers: ${numLayers}, directions: ${bidirectional ? 2 : 1}`;
}

describe('every combination of options gives what PyTorch gives', () => {
  it('for 210 different cases in 30 groups, all of what the file has', () => {
    expect(new Set(cases.map((one) => JSON.stringify(one))).size).toBe(210);
    expect(new Set(cases.map(titleOf)).size).toBe(30);
    const partsOf = ({ module }: Case) => ['output', 'h', ...(module === 'LSTM' ? ['c'] : []), 'gradients'];
    expect(Object.keys(tensors)).toEqual(
      cases.flatMap((one, n) => partsOf(one).map((part) => `${n}.${part}`)),
    );
  });

  it.each([...new Set(cases.map(titleOf))])('%s', (title) => {
    const group = cases.filter((one) => titleOf(one) === title);
    expect(group.flatMap((one) => differencesOf(one))).toEqual([]);
  });
});

describe('a difference is seen', () => {
  const swapped = (a: number, b: number, gates: number) => (x: Tensor) => {
    if (x.shape[0] % gates !== 0) return x;
    const parts = split(x, gates);
    [parts[a], parts[b]] = [parts[b], parts[a]];
    return concat(parts);
  };

  it.each([
    ['LSTM', 0, 1, 4],
    ['LSTM', 2, 3, 4],
    ['GRU', 0, 1, 3],
    ['GRU', 1, 2, 3],
  ])('when in an %s the rows of gates %i and %i are the wrong way round', (module, a, b, gates) => {
    const all = cases.filter((one) => one.module === module);
    const seen = all.map((one) => differencesOf(one, swapped(a, b, gates)).map((what) => what.split(' ')[0]));
    expect(seen.length).toBeGreaterThan(40);
    for (const parts of seen) expect(parts).toEqual(expect.arrayContaining(['output', 'gradients']));
  });
});
