const BEGIN = '<!-- npm run redteam writes from here … -->';
const END = '<!-- … to here -->';

/** The page with the table between its marks. @throws when it has none */
export function withTable(page: string, table: string): string {
  const [begin, end] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (begin < 0 || end < begin)
    throw new Error(`docs/security.md has no place for the table: ${BEGIN} … ${END}`);
  return `${page.slice(0, begin + BEGIN.length)}\n\n${table}\n${page.slice(end)}`;
}
