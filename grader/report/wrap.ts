import { displayWidth, fitting, padEnd } from './display-width.ts';

/**
 * The lines of a text, none wider than `width`: broken at spaces, and inside a word only where it alone is too wide.
 * No line of a student's text leaves its place, since none is left for the terminal to break.
 */
export function wrap(text: string, width: number): string[] {
  return text.split('\n').flatMap((line) => wrapLine(line, width));
}

function wrapLine(line: string, width: number): string[] {
  const lines: string[] = [];
  let rest = line.trimEnd();
  for (;;) {
    const fits = fitting(rest, width);
    if (fits === rest) return [...lines, rest];
    const space = rest[fits.length] === ' ' ? fits.length : Math.max(0, fits.lastIndexOf(' '));
    const end = fits.slice(0, space).trim() === '' ? fits.length : space;
    lines.push(rest.slice(0, end));
    rest = rest.slice(end).trimStart();
  }
}

/** Wrapped with all but the first line set in, so that what follows a line end cannot pass for a line of its own. */
export function hang(text: string, width: number): string[] {
  const [first = '', ...more] = wrap(text, width - 2);
  return [first, ...indent(more)];
}

export const indent = (lines: string[]) => lines.map((line) => `  ${line}`);

/** A text on the left, wrapped where it must be, with something short at the right end of its first line. */
export function justify(left: string, right: string, width: number): string[] {
  const room = width - displayWidth(right) - 2;
  const [first, ...more] = wrap(left, room);
  return [`${padEnd(first ?? '', room)}  ${right}`, ...indent(more)];
}
