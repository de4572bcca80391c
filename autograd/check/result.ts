/** Why a backward fails, or cannot be judged. */
export type Reason =
  | 'wrong'
  | 'kink'
  | 'nondeterministic'
  | 'ignores upstream'
  | 'too small to judge'
  | 'float32'
  | 'shape'
  | 'missing'
  | 'not finite';

/** Where a slope was compared: at one entry of an input, or along a line through all inputs. */
export interface Place {
  input?: number;
  index?: number[];
  /** A step along the line, one array for each input, row-major. */
  direction?: number[][];
}

/** Both slopes, how far off the numeric one may be, and the step it was taken with. */
export interface Slopes {
  analytic: number;
  numeric: number;
  error: number;
  step: number;
}

export interface Pass {
  verdict: 'pass';
  message: string;
}

export interface Doubt extends Place, Partial<Slopes> {
  /** `inconclusive`: nobody could judge here; another point, or float64, may do. */
  verdict: 'fail' | 'inconclusive';
  reason: Reason;
  /** 2 when it is the gradient of the gradient. */
  order?: number;
  message: string;
}

export type GradcheckResult = Pass | Doubt;

/** One failure fails; without any, one doubt leaves a doubt. */
export function worstOf(found: readonly (Doubt | null)[]): Doubt | null {
  const doubts = found.filter((doubt) => doubt !== null);
  return doubts.find(({ verdict }) => verdict === 'fail') ?? doubts[0] ?? null;
}
