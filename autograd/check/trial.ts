import { ShapeError } from '../tensor/errors.ts';
import { type Rng, rand } from '../tensor/random.ts';
import { type DType, Tensor } from '../tensor/tensor.ts';
import { distance } from './distance.ts';
import { noticed } from './explain.ts';
import type { GradcheckOptions } from './options.ts';
import { PRECISION, type Precision } from './precision.ts';
import type { Doubt } from './result.ts';
import { type Differentiable, pull, type Run, run } from './run.ts';

/** What is checked, where, and how. */
export interface Subject {
  f: Differentiable;
  inputs: readonly Tensor[];
  /** Which input of the caller each is. */
  places: readonly number[];
  /** How many inputs the caller has. */
  count: number;
  options: GradcheckOptions;
  /** 2 when f itself gives gradients. */
  order: number;
  rng: Rng;
}

/** The subject with what its forward and its backward gave, for L = Σₖ ⟨cotangents[k], outputs[k]⟩. */
export interface Trial extends Subject {
  outputs: readonly Tensor[];
  cotangents: readonly Tensor[];
  gradients: readonly Tensor[];
}

/** Random cotangents unless given; or what is wrong with the shapes of the gradients. */
export function trialOf(subject: Subject, cotangents?: readonly Tensor[]): Trial | Doubt {
  const here = run(subject.f, subject.inputs);
  const upstream = cotangents ?? randomCotangents(here.outputs, subject.rng);
  const gradients = gradientsOf(here, upstream);
  if (!Array.isArray(gradients)) return gradients;
  return { ...subject, outputs: here.outputs, cotangents: upstream, gradients };
}

export function isTrial(x: Trial | Doubt): x is Trial {
  return 'outputs' in x;
}

/** What came from above must be as it was afterwards: others may get the same tensor. */
export function gradientsOf(here: Run, cotangents: readonly Tensor[]): Tensor[] | Doubt {
  const upstream = cotangents.map((c) => new Tensor(c.storage.slice(), c.shape));
  try {
    const gradients = pull(here, upstream);
    return distance(upstream, cotangents) === 0 ? gradients : WRITES_UPSTREAM;
  } catch (error) {
    if (error instanceof ShapeError) return noticed('fail', 'shape', sentenceOf(error));
    throw error;
  }
}

const WRITES_UPSTREAM = noticed('fail', 'wrong', 'the backward writes into the upstream gradient');

function sentenceOf({ message }: Error): string {
  return message.replaceAll(/\.?\n\s*/g, '; ').replace(/\.$/, '');
}

export function dtypeOf({ inputs }: Pick<Subject, 'inputs'>): DType {
  return inputs.some((x) => x.dtype === 'float32') ? 'float32' : 'float64';
}

export function precisionOf(subject: Subject): Precision {
  return PRECISION[dtypeOf(subject)];
}

/** Random, of either sign and between 0.5 and 1.5 in size: a 0 would hide what it multiplies. */
export function randomCotangents(outputs: readonly Tensor[], rng: Rng): Tensor[] {
  return outputs.map(({ shape, dtype }) => {
    const c = rand(shape, rng, { dtype }).storage;
    return new Tensor(
      c.map((r) => (rng() < 0.5 ? -1 : 1) * (0.5 + r)),
      shape,
    );
  });
}
