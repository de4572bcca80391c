import { arithmetic, sign } from './arithmetic.ts';
import { argumentOrder, dropped, lastArgument, otherMethod } from './calls.ts';
import { branches, comparison, logic } from './conditions.ts';
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
  branches,
  constants,
  truths,
  offByOne,
  removal,
  oneRound,
  otherMethod,
  dropped,
  argumentOrder,
  lastArgument,
  variables,
  members,
};
