import '../tensor/methods.ts';

export { gradcheck } from './gradcheck.ts';
export type { GradcheckResult } from './judge.ts';
export { type Estimate, numericalDerivative } from './numerical-derivative.ts';
export { mapTensors, tensorsIn } from './tensors-in.ts';
export { type Vjp, vjp } from './vjp.ts';
