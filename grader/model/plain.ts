import type { Tensor } from '#autograd';

/** What may cross between a submission and the grader: data, never behaviour. */
export type Plain =
  | undefined
  | null
  | boolean
  | number
  | string
  | Tensor
  | Plain[]
  | { [key: string]: Plain };

/** An answer travels as one message, which may not be larger. */
export const MAX_ANSWER_MEGABYTES = 8;
