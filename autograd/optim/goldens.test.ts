import { describe, expect, it } from 'vitest';
import { Tensor, tensor } from '#autograd';
import * as optim from '#autograd/optim';
import {
  clipGradNorm,
  clipGradValue,
  cosine,
  exponential,
  gradNorm,
  type Optimizer,
  type OptimizerState,
  type Schedule,
  stepDecay,
  warmUp,
} from '#autograd/optim';
import golden from '../../fixtures/pytorch/optim.json' with { type: 'json' };

type Rows = (number[] | null)[];

interface Case {
  optimizer: string;
  options: object;
  groups?: { params: number[] }[];
  rates?: number[];
  after: number[][][];
}

const cases: Case[] = golden.optimizers;
const TOLERANCE = 1e-12;

function expectClose(found: readonly number[], expected: readonly number[], of = 0): void {
  expect(found).toHaveLength(expected.length);
  found.forEach((x, i) => {
    const allowed = TOLERANCE * Math.max(Math.abs(expected[i]), of);
    expect(Math.abs(x - expected[i]), `${x}, not ${expected[i]}`).toBeLessThanOrEqual(allowed);
  });
}

const filled = (rows: Rows) =>
  rows.map((row, i) => row && new Tensor(Float64Array.from(row), golden.shapes[i], true));

function withGradients(rows: Rows, params = filled(golden.start) as Tensor[]): Tensor[] {
  for (const [i, grad] of filled(rows).entries()) params[i].grad = grad;
  return params;
}

function optimizerOf({ optimizer, options, groups }: Case, params: Tensor[]): Optimizer {
  // biome-ignore lint/suspicious/noExplicitAny: which class it is stands in the file
  const Class = (optim as any)[optimizer];
  const grouped = groups?.map((group) => ({ ...group, params: group.params.map((i) => params[i]) }));
  return new Class(grouped ?? params, options);
}

interface Going {
  params: Tensor[];
  optimizer: Optimizer;
}

/** The parameters after every step; before each, `between` may put other objects in the place of these. */
function run(one: Case, between = (going: Going) => going): number[][][] {
  const params = filled(golden.start) as Tensor[];
  let going = { params, optimizer: optimizerOf(one, params) };
  return one.after.map((_, t) => {
    going = between(going);
    withGradients(golden.gradients[t] as Rows, going.params);
    if (one.rates) going.optimizer.lr = one.rates[t];
    going.optimizer.step();
    return numbersOf(going.params);
  });
}

const numbersOf = (params: readonly Tensor[]) => params.map(({ storage }) => [...storage]);

const nameOf = ({ optimizer, options, groups, rates }: Case) =>
  `${optimizer} ${JSON.stringify(options)}${groups ? ' in groups' : ''}${rates ? ' with changing rates' : ''}`;

/** As a file would bring it back. */
function throughAFile({ tensors, numbers }: OptimizerState): OptimizerState {
  const copies = Object.entries(tensors).map(([name, x]) => [name, tensor(x.toArray())]);
  return { tensors: Object.fromEntries(copies), numbers: JSON.parse(JSON.stringify(numbers)) };
}

describe(`an optimiser does step by step what PyTorch ${golden.torch} does`, () => {
  for (const one of cases)
    it(nameOf(one), () => {
      run(one).forEach((rows, t) => {
        rows.forEach((row, i) => {
          expectClose(row, one.after[t][i]);
        });
      });
    });
});

describe('an optimiser that goes on from a saved state, in every step anew, ends with the same bits', () => {
  for (const one of cases)
    it(nameOf(one), () => {
      const resumed = ({ params, optimizer }: Going): Going => {
        const copies = filled(numbersOf(params)) as Tensor[];
        const state = throughAFile(optimizer.stateDict());
        return { params: copies, optimizer: optimizerOf(one, copies).loadStateDict(state) };
      };
      expect(run(one, resumed)).toEqual(run(one));
    });
});

describe('clipping leaves the gradients that PyTorch leaves', () => {
  const expectGradients = (params: readonly Tensor[], expected: Rows) => {
    params.forEach(({ grad }, i) => {
      if (grad && expected[i]) expectClose([...grad.storage], expected[i]);
      else expect(grad).toBe(expected[i]);
    });
  };

  for (const { maxNorm, normType, norm, gradients } of golden.clipGradNorm)
    it(`clipGradNorm to ${maxNorm} of the norm ${normType}`, () => {
      const params = withGradients(golden.gradients[0] as Rows);
      expectClose([gradNorm(params, Number(normType))], [norm]);
      expectClose([clipGradNorm(params, maxNorm, Number(normType))], [norm]);
      expectGradients(params, gradients as Rows);
    });

  for (const { clipValue, gradients } of golden.clipGradValue)
    it(`clipGradValue to ${clipValue}`, () => {
      const params = withGradients(golden.gradients[0] as Rows);
      clipGradValue(params, clipValue);
      expectGradients(params, gradients as Rows);
    });
});

interface Named {
  name: string;
  options: object;
  then?: Named;
}

// biome-ignore lint/suspicious/noExplicitAny: options are what the schedule takes
const SCHEDULES: Record<string, (options: any, then?: Schedule) => Schedule> = {
  stepDecay,
  exponential,
  cosine,
  warmUp,
};

const scheduleOf = ({ name, options, then }: Named): Schedule =>
  SCHEDULES[name](options, then && scheduleOf(then));

describe("a schedule gives the rates of PyTorch's scheduler", () => {
  for (const { rates, ...named } of golden.schedules)
    it(`${named.name} ${JSON.stringify(named.options)}${'then' in named ? ` then ${named.then?.name}` : ''}`, () => {
      const schedule = scheduleOf(named as Named);
      expectClose(
        rates.map((_, t) => golden.baseRate * schedule(t)),
        rates,
        golden.baseRate,
      );
    });
});
