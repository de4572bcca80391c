import type { Target } from '../target.ts';
import { archive } from './archive.ts';
import { frames } from './frames.ts';
import { reportFile } from './report.ts';
import { text } from './text.ts';

export const TARGETS: Record<string, Target> = { frames, archive, text, report: reportFile };
