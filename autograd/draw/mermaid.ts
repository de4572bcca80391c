import type { Arrow, Box, Drawing } from './drawing.ts';

/** What stands around a label for each kind of box: a stadium, a slanted box, a plain one. */
const EDGES = { leaf: ['(["', '"])'], constant: ['[/"', '"/]'], step: ['["', '"]'] } as const;

export function writeMermaid({ boxes, arrows }: Drawing): string {
  return ['flowchart TD', ...boxes.map(boxLine), ...arrows.map(arrowLine), ''].join('\n');
}

function boxLine({ id, kind, lines }: Box): string {
  const [open, close] = EDGES[kind];
  return `  ${id}${open}${lines.map(escaped).join('<br/>')}${close}`;
}

function arrowLine({ from, to, label }: Arrow): string {
  return label ? `  ${from} -- "${escaped(label)}" --> ${to}` : `  ${from} --> ${to}`;
}

/** Mermaid writes characters that mean something by number. */
function escaped(text: string): string {
  return text.replaceAll(/["#<>&]/g, (character) => `#${character.codePointAt(0)};`);
}
