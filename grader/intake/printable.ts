const longest = 120;

/** A name that a stranger chose, quoted, without what would steer a terminal or turn the line around. */
export function printable(name: string): string {
  const clean = name.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '\uFFFD');
  return `"${clean.length > longest ? `${clean.slice(0, longest)}…` : clean}"`;
}
