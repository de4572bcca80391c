import { readdirSync, readFileSync } from 'node:fs';
import Handlebars from 'handlebars';

const FOLDER = new URL('./templates/', import.meta.url);

/**
 * Indentation is left alone, since it would reach into what a student wrote over several lines;
 * names are looked up as data only, and a missing one is an error.
 */
const OPTIONS = { strict: true, preventIndent: true, knownHelpersOnly: true } satisfies CompileOptions;

let pages: typeof Handlebars | undefined;

/** Fills a page of `templates/`. The view is plain data, and every value in it is escaped. */
export function render(page: 'card' | 'class', view: object): string {
  pages ??= loadPages();
  return pages.partials[`${page}.hbs`](view);
}

/** Every file in the folder is a partial of every other: pages, parts of pages, and style sheets. */
function loadPages(): typeof Handlebars {
  const handlebars = Handlebars.create();
  for (const name of readdirSync(FOLDER)) {
    handlebars.registerPartial(
      name,
      handlebars.compile(readFileSync(new URL(name, FOLDER), 'utf8'), OPTIONS),
    );
  }
  return handlebars;
}
