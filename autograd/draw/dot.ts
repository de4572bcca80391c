import type { Arrow, Box, Drawing } from './drawing.ts';

const SHAPES = { leaf: 'ellipse', constant: 'plaintext', step: 'box' } as const;

export function writeDot({ boxes, arrows }: Drawing): string {
  const head = ['digraph {', '  node [fontname="sans-serif"]; edge [fontname="sans-serif"];'];
  return [...head, ...boxes.map(boxLine), ...arrows.map(arrowLine), '}', ''].join('\n');
}

function boxLine({ id, kind, lines }: Box): string {
  return `  ${id} [shape=${SHAPES[kind]}, label=${quoted(lines)}];`;
}

function arrowLine({ from, to, label }: Arrow): string {
  return label ? `  ${from} -> ${to} [label=${quoted([label])}];` : `  ${from} -> ${to};`;
}

function quoted(lines: readonly string[]): string {
  return `"${lines.map((line) => line.replaceAll(/["\\]/g, '\\$&')).join('\\n')}"`;
}
