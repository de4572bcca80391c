import {
  add,
  backward,
  full,
  grad,
  mul,
  type NestedLike,
  onesLike,
  pow,
  type Shape,
  select,
  sum,
  type Tensor,
  tensor,
} from '#autograd';
import { customOp } from '../../extend.ts';
import { type Behaviour, gradOf, throws } from './claim.ts';

const leaf = (x: NestedLike) => tensor(x, { requiresGrad: true });
const filled = (shape: Shape, value: number) => full(shape, value, { requiresGrad: true });
const everywhere = (x: Tensor, value: number) => full(x.shape, value).toArray();

/** x² + y x + y² */
const quadratic = (x: Tensor, y: Tensor) => add(add(pow(x, 2), mul(y, x)), pow(y, 2));

/** Differentiates x.grad and y.grad again, and adds that to them. */
const hessianVector: Behaviour = ({ setup, expect }) => {
  const [x, y] = [leaf(setup.x), leaf(setup.y)];
  const z = quadratic(x, y);
  const [dx, dy] = grad(z, [x, y], { gradOutputs: onesLike(z), createGraph: true });
  const w = add(mul(dx, 2), dy);
  const second = grad(w, [x, y], { gradOutputs: onesLike(w) });
  const [first, both] = [expect['after first'], expect['after second']];
  return [
    ['x.grad', dx.toArray(), first['x.grad']],
    ['y.grad', dy.toArray(), first['y.grad']],
    ['x.grad after the second', add(dx, second[0]).toArray(), both['x.grad']],
    ['y.grad after the second', add(dy, second[1]).toArray(), both['y.grad']],
  ];
};

const doesNotTouchLeaves: Behaviour = ({ setup, expect }) => {
  const [x, y] = [leaf(setup.x), leaf(setup.y)];
  const z = quadratic(x, y);
  const [g] = grad(z, [x], { gradOutputs: onesLike(z) });
  return [
    ['g', g.toArray(), add(mul(x, 2), y).toArray()],
    ['x.grad', gradOf(x), expect['x.grad']],
    ['y.grad', gradOf(y), expect['y.grad']],
  ];
};

const withoutHooks: Behaviour = ({ expect }) => {
  const [x, y] = [filled([5, 5], 1), filled([5, 5], 4)];
  const z = add(add(pow(x, 2), mul(x, 2)), add(mul(x, y), y));
  backward(z, onesLike(z));
  return [
    ['x.grad', gradOf(x), everywhere(x, expect['x.grad'])],
    ['y.grad', gradOf(y), everywhere(y, expect['y.grad'])],
  ];
};

/** Two roots: their gradients add up. */
const multiBackward: Behaviour = ({ setup, expect }) => {
  const leaves = [1, 2, 3, 4, 5].map((k) => filled([2, 2], k));
  const [x, y, q, a, b] = leaves;
  const [dz, dc] = [tensor(setup.grad_z), tensor(setup.grad_c)];
  const q2 = mul(q, 2);
  backward(add(add(x, y), q2), dz);
  backward(add(mul(a, b), q2), dc);
  return [
    ['x.grad', gradOf(x), setup.grad_z],
    ['y.grad', gradOf(y), setup.grad_z],
    ['a.grad', gradOf(a), mul(dc, b).toArray()],
    ['b.grad', gradOf(b), mul(dc, a).toArray()],
    ['q.grad', gradOf(q), expect['q.grad']],
  ];
};

const twice: Behaviour = ({ setup, expect }) => {
  const b = leaf(setup.b);
  const c = add(b, 1);
  backward(c, onesLike(c));
  backward(c, onesLike(c));
  return [['b.grad', gradOf(b), expect['b.grad']]];
};

/** A graph that shares values, whose gradients must not share memory. */
const copies: Behaviour = ({ expect }) => {
  const [x, y] = [filled([5, 5], 1), filled([5, 5], 1)];
  let [a, b, c] = [add(x, 2), add(y, 2), add(x, 2)];
  const before = add(add(a, b), c);
  for (let k = 0; k < 4; k++) [a, b, c] = [mul(a, 2), mul(b, 2), mul(c, 2)];
  const out = add(before, add(add(a, b), c));
  backward(out, onesLike(out));
  return [
    ['x.grad', gradOf(x), everywhere(x, expect['x.grad'])],
    ['y.grad', gradOf(y), everywhere(y, expect['y.grad'])],
  ];
};

const deep: Behaviour = ({ setup }) => {
  const x = leaf(setup.x);
  let y = x;
  for (let k = 0; k < 150_000; k++) y = add(y, mul(y, 1e-6));
  backward(y);
  return [['dy/dx', gradOf(x), [(1 + 1e-6) ** 150_000]]];
};

const detached: Behaviour = ({ expect }) => {
  const x = filled([10, 10], 3);
  const y = mul(x, 2).detach();
  backward(sum(add(x, y)));
  return [
    ['x.grad', gradOf(x), everywhere(x, expect['x.grad'])],
    ['y.requiresGrad', y.requiresGrad, expect['y.requires_grad']],
  ];
};

const saveNone: Behaviour = ({ setup }) => {
  const x = leaf(setup.x);
  const square = customOp({
    name: 'square',
    forward: (t: Tensor) => mul(t, t),
    vjp: (dy, _y, t) => mul(mul(t, 2), dy),
  });
  backward(sum(square(x)));
  return [['x.grad', gradOf(x), mul(x, 2).toArray()]];
};

/** Ours notices in `backward` that what was saved has changed. */
const assignment: Behaviour = ({ setup, expect }) => {
  const a = filled([5], 1);
  const y = sum(mul(a, a));
  a.data[1] = setup.b;
  return [['that it throws', throws(() => backward(y)), expect.throws]];
};

/** b = a + 1, c = b + 1.5, d = a + b, e = d + c */
const outgrad =
  (of: (b: Tensor) => Tensor): Behaviour =>
  ({ setup, expect }) => {
    const a = leaf(setup.a);
    const b = add(a, 1);
    const e = add(add(a, b), add(of(b), 1.5));
    backward(e, onesLike(e));
    return [['a.grad', gradOf(a), expect['a.grad']]];
  };

/** What sweeps do, and leave alone. */
export const graphs: Record<string, Behaviour> = {
  'pt-hessian-vector': hessianVector,
  'pt-grad-does-not-touch-leaves': doesNotTouchLeaves,
  'pt-badcall': ({ setup, expect }) => [
    ['that it throws', throws(() => backward(tensor(setup.x))), expect.throws],
  ],
  'pt-hooks-base': withoutHooks,
  'pt-multi-backward': multiBackward,
  'pt-backward-twice-ok': twice,
  'pt-backward-copy': copies,
  'pt-deep-graph': deep,
  'pt-detach': detached,
  'pt-save-none': saveNone,
  'hips-assign-raises': assignment,
  'hips-mutating-outgrad': outgrad((b) => b),
  'hips-mutating-outgrad-indexing': outgrad((b) => select(b, 0, 0)),
};
