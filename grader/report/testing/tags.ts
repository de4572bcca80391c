const VOID = new Set(['meta', 'br', 'hr', 'img', 'input', 'link']);

/**
 * The tags of a page in order, attributes included.
 *
 * @throws Error where an element is not closed, or is closed in the wrong place
 */
export function tagsOf(html: string): string[] {
  const [doctype, ...tags] = html.match(/<[^<>]*>/g) ?? [];
  if (doctype?.toLowerCase() !== '<!doctype html>') throw new Error(`begins with ${doctype}`);
  const open: string[] = [];
  for (const tag of tags) {
    const name = /^<\/?([a-z][a-z0-9]*)/.exec(tag)?.[1];
    if (!name) throw new Error(`no tag: ${tag}`);
    if (!tag.startsWith('</')) {
      if (!VOID.has(name)) open.push(name);
    } else if (open.pop() !== name) {
      throw new Error(`${tag} closes another element: ${[...open, '…'].join(' > ')}`);
    }
  }
  if (open.length > 0) throw new Error(`left open: ${open.join(' > ')}`);
  return tags;
}

/** The same without the values of attributes: what no text may change. */
export const skeletonOf = (html: string) => tagsOf(html).map((tag) => tag.replace(/"[^"]*"/g, '""'));
