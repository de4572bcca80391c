import type { Case } from './case.ts';
import { rights } from './right.ts';
import { atAKink } from './wrong/at-a-kink.ts';
import { byAFactor, offByAThousandth } from './wrong/by-a-factor.ts';
import { diagonalOnly } from './wrong/diagonal.ts';
import { roundedOnTheWay, singlePrecision } from './wrong/float32.ts';
import { withoutAGradient } from './wrong/missing.ts';
import { notFinite } from './wrong/not-finite.ts';
import { repeatedInput } from './wrong/repeated.ts';
import { atSecondOrder } from './wrong/second-order.ts';
import { ofAnotherShape } from './wrong/shape.ts';
import { tooSmall, zeroWhereItIsSmall } from './wrong/small.ts';
import { twoRunsDiffer } from './wrong/unsteady.ts';
import { ignoresUpstream, rightForOnesOnly } from './wrong/upstream.ts';

/** Every backward that the checker is audited with. It was written before the checker was tuned. */
export const suite: readonly Case[] = [
  rights,
  roundedOnTheWay,
  byAFactor,
  atAKink,
  twoRunsDiffer,
  ignoresUpstream,
  tooSmall,
  singlePrecision,
  ofAnotherShape,
  withoutAGradient,
  notFinite,
  zeroWhereItIsSmall,
  rightForOnesOnly,
  diagonalOnly,
  offByAThousandth,
  repeatedInput,
  atSecondOrder,
].flat();
