import { arithmetic, sign } from './arithmetic.ts';
import { argumentOrder, dropped, elementOrder, lastArgument, otherFunction, otherMethod } from './calls.ts';
import { branches, comparison, logic, negation } from './conditions.ts';
import { constants, offByOne, truths } from './constants.ts';
import type { Operator } from './operator.ts';
import { oneRound, removal } from './statements.ts';
import { members, variables } from './variables.ts';

export type { Edit, Operator, Scope } from './operator.ts';

export const OPERATORS: Record<string, Operator> = {
  arithmetic,
  sign,
  comparison,
  logic,
  negation,
  branches,
  constants,
  truths,
  offByOne,
  removal,
  oneRound,
  otherMethod,
  otherFunction,
  dropped,
  argumentOrder,
  elementOrder,
  lastArgument,
  variables,
  members,
};
