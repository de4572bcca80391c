import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { type DType, seededRng, Tensor } from '#autograd';
import { loadTensors, saveTensors } from '#autograd/files';
import { LSTM, type StateDict } from '#autograd/nn';
import { bytesOf } from './little-endian.ts';

/** See fixtures/pytorch/safetensors_round_trip.py. */
const fixtures = fileURLToPath(new URL('../../fixtures/pytorch/', import.meta.url));
const golden = loadTensors(path.join(fixtures, 'lstm.safetensors')).tensors;

const PRECISIONS: [DType, tolerance: number][] = [
  ['float64', 1e-12],
  ['float32', 1e-6],
];

/** What stands under `float32.…`, without that. */
function below(dtype: DType, tensors: StateDict): StateDict {
  const own = Object.entries(tensors).filter(([name]) => name.startsWith(`${dtype}.`));
  return Object.fromEntries(own.map(([name, x]) => [name.slice(dtype.length + 1), x]));
}

function under(dtype: DType, tensors: StateDict): StateDict {
  return Object.fromEntries(Object.entries(tensors).map(([name, x]) => [`${dtype}.${name}`, x]));
}

function weightsOf(tensors: StateDict): StateDict {
  return Object.fromEntries(Object.entries(tensors).filter(([name]) => /^(weight|bias)_/.test(name)));
}

function lstmWith(dtype: DType, weights: StateDict): LSTM {
  const lstm = new LSTM(3, 4, { rng: seededRng(1), dtype, numLayers: 2, bidirectional: true });
  return lstm.loadStateDict(weights);
}

/** How far what the LSTM makes of the input is from what `theirs` says, at most. */
function distance(lstm: LSTM, given: StateDict, theirs: StateDict): number {
  const { output, state } = lstm.forward(given.input, { state: { h: given.h_0, c: given.c_0 } });
  const pairs = [
    [output, theirs.output],
    [state.h, theirs.h_n],
    [state.c, theirs.c_n],
  ];
  return Math.max(...pairs.map(([a, b]) => a.sub(b).abs().max().item()));
}

/** Shapes, dtypes and the bits of all numbers. */
function bitsOf(tensors: StateDict): unknown {
  const bits = Object.entries(tensors).map(([name, { shape, dtype, storage }]) => [
    name,
    { shape, dtype, bytes: Array.from(bytesOf(storage)) },
  ]);
  return Object.fromEntries(bits);
}

/** The first bias begins with numbers of which a detour over text or another precision would lose bits. */
function withRareNumbers({ bias_ih_l0: { storage, shape }, ...others }: StateDict): StateDict {
  const numbers = storage.slice();
  numbers.set([-0, 5e-324, 2 ** -149, 1 + 2 ** -23, 1 + 2 ** -52]);
  return { ...others, bias_ih_l0: new Tensor(numbers, shape) };
}

describe.each(PRECISIONS)("an LSTM with weights of PyTorch's in %s", (dtype, tolerance) => {
  const given = below(dtype, golden);
  const weights = weightsOf(given);

  it('makes of the input what PyTorch makes of it', () => {
    expect(distance(lstmWith(dtype, weights), given, given)).toBeLessThan(tolerance);
  });

  it('does not when two weights are exchanged', () => {
    const { weight_hh_l1, weight_hh_l1_reverse, ...others } = weights;
    const exchanged = { ...others, weight_hh_l1: weight_hh_l1_reverse, weight_hh_l1_reverse: weight_hh_l1 };
    expect(distance(lstmWith(dtype, exchanged), given, given)).toBeGreaterThan(1e-3);
  });
});

describe('an LSTM on its way to PyTorch and back', () => {
  const PYTHON = '/usr/bin/python3';
  const folder = mkdtempSync(path.join(tmpdir(), 'gradschool-pytorch-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  function hasTorch(): boolean {
    const find = 'import importlib.util, sys; sys.exit(importlib.util.find_spec("torch") is None)';
    return spawnSync(PYTHON, ['-c', find]).status === 0;
  }

  /** Lets PyTorch load the weights, and read the input. */
  function askPyTorch(tensors: StateDict): StateDict {
    const [given, answer] = ['given', 'answer'].map((name) => path.join(folder, `${name}.safetensors`));
    saveTensors(given, tensors);
    execFileSync(PYTHON, ['-B', path.join(fixtures, 'safetensors_round_trip.py'), given, answer]);
    return loadTensors(answer).tensors;
  }

  it('keeps every bit of its weights, and computes the same there', ({ skip }) => {
    skip(!hasTorch(), `needs ${PYTHON} with torch: apt-get install python3-torch`);
    const models = PRECISIONS.map(([dtype, tolerance]) => {
      const given = below(dtype, golden);
      return { dtype, tolerance, given, lstm: lstmWith(dtype, withRareNumbers(weightsOf(given))) };
    });
    const questions = models.map(({ dtype, given: { input, h_0, c_0 }, lstm }) =>
      under(dtype, { ...lstm.stateDict(), input, h_0, c_0 }),
    );
    const answers = askPyTorch(Object.assign({}, ...questions));
    for (const { dtype, tolerance, given, lstm } of models) {
      const theirs = below(dtype, answers);
      const back = lstmWith(dtype, weightsOf(theirs));
      expect(bitsOf(weightsOf(theirs))).toEqual(bitsOf(lstm.stateDict()));
      expect(bitsOf(back.stateDict())).toEqual(bitsOf(lstm.stateDict()));
      expect(distance(back, given, theirs)).toBeLessThan(tolerance);
    }
  }, 60_000);
});
