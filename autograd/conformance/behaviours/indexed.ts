import {
  add,
  backward,
  grad,
  indexSelect,
  mul,
  pow,
  reshape,
  type Shape,
  split,
  sum,
  type Tensor,
  tensor,
  zeros,
} from '#autograd';
import { type Behaviour, gradOf } from './claim.ts';

const filled = (shape: Shape) => zeros(shape, { requiresGrad: true });
const wide = 4;

/** The gradients of both halves, which are no leaves. */
const manyOutputs: Behaviour = ({ setup, expect }) => {
  const x = filled([4, 2]);
  const [a, b] = split(x, 2, 0);
  const [ga, gb] = grad(add(a, mul(b, 2)), [a, b], { gradOutputs: tensor(setup.go) });
  return [
    ['ga', ga.toArray(), expect.ga],
    ['gb', gb.toArray(), expect.gb],
    ['x.grad', gradOf(x), expect['x.grad']],
  ];
};

/** A row that is picked three times receives three gradients. */
const duplicates: Behaviour = ({ setup, expect }) => {
  const y = filled([4, wide]);
  backward(sum(indexSelect(y, 0, setup.idx)));
  const rows: number[] = expect['y.grad rows'];
  return [['y.grad', gradOf(y), rows.map((count) => Array(wide).fill(count))]];
};

const duplicatesIn2d: Behaviour = ({ setup, expect }) => {
  const y = filled([4, wide]);
  const columns: number[] = setup.cols.flat();
  const places = setup.rows.flat().map((row: number, k: number) => row * wide + columns[k]);
  backward(sum(indexSelect(reshape(y, [-1]), 0, places)));
  return [['y.grad', gradOf(y), expect['y.grad']]];
};

const unusedOutput: Behaviour = () => {
  const x = filled([10, 10]);
  backward(sum(add(mul(split(x, 5, 0)[2], 4), 2)));
  const rows = Array.from({ length: 10 }, (_, row) => Array(10).fill(row === 4 || row === 5 ? 4 : 0));
  return [['x.grad', gradOf(x), rows]];
};

const powZero: Behaviour = () => {
  const x = filled([10]);
  backward(sum(pow(x, 0)));
  return [['x.grad', gradOf(x), Array(10).fill(0)]];
};

const nothingToBroadcast: Behaviour = () => {
  const [a, b] = [filled([4, 0]), filled([4, 1])];
  backward(sum(add(a, b)));
  const shapeOf = (x: Tensor) => [...(x.grad?.shape ?? [])];
  return [
    ['b.grad', gradOf(b), [[0], [0], [0], [0]]],
    ['the shape of a.grad', shapeOf(a), [4, 0]],
  ];
};

/** Picked, cut and broadcast. */
export const indexed: Record<string, Behaviour> = {
  'pt-grad-many-outputs': manyOutputs,
  'pt-index-duplicates': duplicates,
  'pt-index-duplicates-2d': duplicatesIn2d,
  'pt-unused-output': unusedOutput,
  'pt-pow-zero': powZero,
  'pt-zero-numel-broadcast': nothingToBroadcast,
};
