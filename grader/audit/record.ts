import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { packagePath } from '../package.ts';
import { accuracyPage } from './accuracy-page.ts';
import type { Figures } from './figures.ts';
import { figuresSchema } from './figures.ts';

/** From which docs/accuracy.md is made. */
const RECORD = 'docs/accuracy.json';

const recordSchema = z.array(figuresSchema);

/** The numbers that no later audit may fall below; none before the first was recorded. */
export function recorded(): Figures[] {
  const file = packagePath(RECORD);
  if (!existsSync(file)) return [];
  const read = recordSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (!read.success)
    throw new Error(
      `${RECORD} is not what an audit writes: ${z.prettifyError(read.error)}. Run npm run audit -- --write.`,
    );
  return read.data;
}

/** Keeps what is recorded of other exercises of the course. */
export function record(figures: Figures[], course: string[]): void {
  const others = recorded().filter(({ id }) => course.includes(id) && !figures.some((one) => one.id === id));
  const all = [...others, ...figures].sort((a, b) => (a.id < b.id ? -1 : 1));
  writeFileSync(packagePath(RECORD), `${JSON.stringify(all, null, 2)}\n`);
  writeFileSync(packagePath('docs/accuracy.md'), accuracyPage(all));
}
