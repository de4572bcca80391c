import {
  arange,
  argmax,
  choice,
  concat,
  detectAnomaly,
  einsum,
  gather,
  grad,
  indexSelect,
  log,
  matmul,
  mul,
  permute,
  randint,
  relu,
  scatter,
  seededRng,
  sqrt,
  stack,
  sum,
  Tensor,
  tensor,
  topk,
  zeros,
} from '#autograd';
import { customOp } from '#autograd/extend';
import { describeMessages, type Mistakes } from '../../testing/mistakes.ts';
import * as anomalies from './anomalies.ts';
import * as axes from './axes.ts';
import * as equation from './equation.ts';
import * as gradients from './gradients.ts';
import * as shapes from './shapes.ts';
import * as values from './values.ts';

const rng = seededRng(1);
const x = zeros([2, 3]);
const single = { dtype: 'float32' } as const;
const leaf = (nested: Parameters<typeof tensor>[0]) => tensor(nested, { requiresGrad: true });
const badVjp = (dx: unknown) =>
  customOp({ name: 'odd', forward: (y: Tensor) => y.mul(2), vjp: () => dx as Tensor })(leaf([1, 2])).sum();

function changeInPlace(): void {
  const w = leaf([1]);
  const y = mul(w, w);
  w.data[0] = 2;
  y.backward();
}

function assignBadGrad(): void {
  const w = leaf([1, 2]);
  w.grad = zeros([3]);
  sum(w).backward();
}

const mistakes: Mistakes = {
  badSizes: () => zeros([2, -1]),
  notFilled: () => new Tensor(new Float64Array(2), [3]),
  notSingle: () => x.item(),
  doNotBroadcast: () => mul(x, zeros([4])),
  doesNotExpand: () => x.expand([2, 4]),
  otherSize: () => x.reshape([5]),
  notSizeOne: () => x.squeeze(0),
  doesNotDivide: () => x.split(2, 1),
  innerSizesDiffer: () => matmul(x, x),
  notMatrices: () => matmul(tensor(1), x),
  nothingToJoin: () => concat([]),
  differBesideAxis: () => concat([x, zeros([2, 2])], 0),
  shapesDiffer: () => stack([x, zeros([2, 2])]),
  badPadding: () => x.pad([[1, 1]]),
  noElements: () => argmax(zeros([0]), 0),
  noAxis: () => sum(x, 2),
  axisTwice: () => sum(x, [0, -2]),
  notAllAxes: () => permute(x, [0]),
  noIndex: () => x.select(0, 2),
  noRange: () => x.slice(0, 1, 3),
  notEnough: () => topk(x, 4),
  notList: () => indexSelect(x, 0, [[1]] as never),
  indexDoesNotFit: () => gather(x, 0, [1]),
  indexIsNotAsX: () => scatter(x, 0, [[0, 0]], [2, 3]),
  wrongNumberOfTerms: () => einsum('ij,jk->ik', x),
  badResult: () => einsum('ij->ik', x),
  badTerm: () => einsum('ijk->i', x),
  sizesOfAxisDiffer: () => einsum('ij,jk->ik', x, x),
  noTensor: () => relu([1] as never),
  dtypesDiffer: () => mul(x, zeros([2, 3], single)),
  raggedAt: () => tensor([[1, 2], [3]]),
  tooDeep: () => tensor([1, [2]]),
  noNumber: () => tensor(['1'] as never),
  noSteps: () => arange(0, 3, -1),
  noInteger: () => randint(2, 2, [1], rng),
  noChoice: () => choice([], rng),
  needsNoGradient: () => x.backward(),
  noSeed: () => leaf([1, 2]).backward(),
  gradientDoesNotFit: () => badVjp(zeros([3])).backward(),
  gradDoesNotFit: assignBadGrad,
  savedValueChanged: changeInPlace,
  resultIsNoTensor: () => customOp({ name: 'odd', forward: () => 3 as never, vjp: (dy: Tensor) => dy })(),
  gradientIsNoTensor: () => badVjp(3).backward(),
  wrongNumberOfGradients: () => badVjp([x, x]).backward(),
  resultNotFinite: () => detectAnomaly(() => log(tensor([0]))),
  gradientNotFinite: () => detectAnomaly(() => grad(sqrt(leaf(0)), [leaf(1)])),
};

describeMessages({ ...shapes, ...axes, ...equation, ...values, ...gradients, ...anomalies }, mistakes);
