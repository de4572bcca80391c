import '../tensor/methods.ts';

export { gradcheck, gradgradcheck } from './gradcheck.ts';
export { numericalDerivative } from './numerical-derivative.ts';
export type { GradcheckOptions } from './options.ts';
export type { GradcheckResult, Reason } from './result.ts';
export type { Estimate } from './ridders.ts';
export { mapTensors, tensorsIn } from './tensors-in.ts';
export { type Vjp, vjp } from './vjp.ts';
