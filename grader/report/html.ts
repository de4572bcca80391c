import type { Report } from '../model/report.ts';
import { cardView } from './card-view.ts';
import { render } from './templates.ts';

/** The report card of one submission: one HTML file without scripts or outside resources, for screen and A4. */
export function cardHtml(report: Report): string {
  return render('card', cardView(report));
}
