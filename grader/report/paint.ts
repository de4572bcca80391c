import { styleText } from 'node:util';
import type { Tone } from './verdict-words.ts';

export type Style = Tone | 'bold' | 'dim';

export type Paint = (style: Style, text: string) => string;

const FORMAT = {
  good: 'green',
  bad: 'red',
  review: 'yellow',
  idle: 'dim',
  bold: 'bold',
  dim: 'dim',
} as const;

/** Colour is the caller's choice, and no stream or environment variable changes it. */
export function painter(colour: boolean): Paint {
  if (!colour) return (_, text) => text;
  return (style, text) => styleText(FORMAT[style], text, { validateStream: false });
}
