import { add, backward, div, mul, neg, pow, relu, sub, type Tensor, tensor } from '#autograd';
import { type Behaviour, gradOf } from './claim.ts';

const leaf = (x: number) => tensor(x, { requiresGrad: true });

/** The functions of minitorch's tests. */
const f1 = (u: Tensor | number, v: Tensor) => add(add(v, u), 10);
const f2 = (u: Tensor | number, v: Tensor) => add(mul(v, u), u);

/** The gradient of v when 5 comes in. */
const fromFive =
  (y: (v: Tensor) => Tensor): Behaviour =>
  ({ setup, expect }) => {
    const v = leaf(setup.v);
    backward(y(v), tensor(5));
    return [['v.grad', gradOf(v), expect['v.grad']]];
  };

const readme: Behaviour = ({ setup, expect }) => {
  const [a, b] = [leaf(setup.a), leaf(setup.b)];
  const c0 = add(a, b);
  const c1 = add(add(c0, c0), 1);
  const c = add(c1, add(add(c1, 1), neg(a)));
  const d0 = add(mul(a, b), pow(b, 3));
  const d1 = add(d0, add(mul(d0, 2), relu(add(b, a))));
  const d = add(d1, add(mul(d1, 3), relu(sub(b, a))));
  const f = pow(sub(c, d), 2);
  const g = add(div(f, 2), div(10, f));
  backward(g);
  return [
    ['g', g.item(), expect.g],
    ['a.grad', gradOf(a), expect['a.grad']],
    ['b.grad', gradOf(b), expect['b.grad']],
  ];
};

const sanity: Behaviour = ({ setup, expect }) => {
  const x = leaf(setup.x);
  const z = add(mul(x, 2), add(x, 2));
  const q = add(relu(z), mul(z, x));
  const y = add(add(relu(mul(z, z)), q), mul(q, x));
  backward(y);
  return [
    ['y', y.item(), expect.y],
    ['x.grad', gradOf(x), expect['x.grad']],
  ];
};

const product: Behaviour = ({ setup, expect }) => {
  const [u, v] = [leaf(setup.u), leaf(setup.v)];
  backward(f2(u, v), tensor(5));
  return [
    ['u.grad', gradOf(u), expect['u.grad']],
    ['v.grad', gradOf(v), expect['v.grad']],
  ];
};

/** On single numbers. */
export const scalars: Record<string, Behaviour> = {
  'micrograd-readme': readme,
  'micrograd-sanity': sanity,
  'minitorch-backprop1': fromFive((v) => f1(0, v)),
  'minitorch-backprop2': fromFive((v) => f1(0, f1(0, v))),
  'minitorch-backprop3': fromFive((v) => f1(f1(0, v), f1(0, v))),
  'minitorch-backprop4': fromFive((v) => {
    const w = f1(0, v);
    return f1(f1(0, w), f1(0, w));
  }),
  'minitorch-chain3': fromFive((v) => f2(10, v)),
  'minitorch-chain4': product,
};
