import type { Tone } from './verdict-words.ts';

/** How far an exercise got, as a sign and words. */
export function attainmentWords(of: { score: number; max: number }): {
  tone: Tone;
  mark: string;
  label: string;
} {
  if (of.score >= of.max) return { tone: 'good', mark: '✓', label: 'full marks' };
  if (of.score > 0) return { tone: 'review', mark: '◐', label: 'in part' };
  return { tone: 'bad', mark: '✗', label: 'no points' };
}
