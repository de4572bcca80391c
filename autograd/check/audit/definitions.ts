import { maps } from './functions/elementwise.ts';
import { joint } from './functions/joint.ts';
import { reductions } from './functions/reductions.ts';

/** Functions with their right backwards. */
export const definitions = { ...maps, ...joint, ...reductions };
