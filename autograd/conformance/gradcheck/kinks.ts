import { kinkWithin } from '../../check/parabola.ts';
import { decode, type Encoded } from '../decode.ts';

interface Kink {
  elementwise: string;
  inputs: Encoded[];
  settings: { eps: number };
}

/** Whether the detector stays silent at every element. */
export function isSmooth({ elementwise, inputs, settings }: Kink): boolean {
  const f = new Function(`return ${elementwise}`)() as (x: number) => number;
  return inputs.every((x) => decode(x).data.every((at) => !kinkWithin(f, at, settings.eps)));
}
