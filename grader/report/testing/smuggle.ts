import type { Report } from '../../model/report.ts';

/** The report with every free text in it changed: what a student could have smuggled in. */
export function withText(source: Report, change: (text: string) => string): Report {
  const walk = (value: unknown, key = ''): unknown => {
    if (typeof value === 'string') return FIXED.has(key) ? value : change(value);
    if (Array.isArray(value)) return value.map((item) => walk(item, key));
    if (typeof value !== 'object' || value === null || key === 'timings') return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, walk(inner, name)]));
  };
  return walk(source) as Report;
}

const FIXED = new Set(['schema', 'digest', 'sandbox', 'visibility', 'kind']);
