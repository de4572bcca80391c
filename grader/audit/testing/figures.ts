import type { Figures } from '../figures.ts';

/** Numbers of an exercise in which all is well. */
export const FIGURES: Figures = {
  id: '98-made-up',
  seeds: 50,
  right: 3,
  rightFailed: 0,
  flips: 0,
  misconceptions: 8,
  caught: 100,
  named: 98,
  misnamed: 0,
  undeserved: 0,
  constants: 5,
  nan: 5,
  lookupTable: 15,
  mutants: 102,
  equivalent: 2,
  survivors: 0,
  milliseconds: 60,
};
