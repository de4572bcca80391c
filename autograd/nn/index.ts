export { uniform } from './init/uniform.ts';
export { Linear, type LinearOptions, linear } from './linear.ts';
export { Module, type StateDict } from './module.ts';
export { type InitOptions, parameter } from './parameter.ts';
