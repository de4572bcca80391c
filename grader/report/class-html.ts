import type { Report } from '../model/report.ts';
import { classFacts, type Unreadable } from './class-facts.ts';
import { classView } from './class-view.ts';
import { render } from './templates.ts';

/**
 * The page of a class: who has what, which mistakes are shared, and what an instructor should look at.
 * It links to the cards, which lie beside it as `<id>.html`.
 */
export function classHtml(reports: Report[], unreadable: Unreadable[]): string {
  return render('class', classView(classFacts(reports, unreadable)));
}
