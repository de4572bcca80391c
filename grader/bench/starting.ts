import { setTimeout } from 'node:timers/promises';
import type { Level } from '../model/report.ts';
import { openAt } from '../sandbox/open-at.ts';
import { firstAnswer } from './first-answer.ts';
import { startPlainNode } from './plain-node.ts';
import { REFERENCES, slowness } from './references.ts';
import { median, timed } from './samples.ts';
import type { Row, Section } from './table.ts';

const TIMES = 25;

/** From the start of a process to its first answer, and what plain Node took meanwhile. */
export async function starting(levels: Level[]): Promise<{ section: Section; plainMs: number }> {
  const plain: number[] = [];
  const rows: Row[] = [];
  for (const level of levels) {
    const { ms, plainMs } = await beside(level);
    plain.push(plainMs);
    const reference = level === 'A' ? REFERENCES.startAtA : undefined;
    rows.push({
      what: `level ${level}, cold`,
      here: `${ms.toFixed(0)} ms, ${(ms / plainMs).toFixed(2)} of plain`,
      ...(reference && { reference: `${reference.toFixed(2)} of plain`, worse: ms / plainMs / reference }),
    });
  }
  const plainMs = median(plain);
  rows.push(await pooled(levels[0]!, plainMs));
  rows.unshift({
    what: 'plain Node',
    here: `${plainMs.toFixed(0)} ms`,
    reference: `${REFERENCES.plainMs} ms`,
  });
  return { section: { title: 'start to first answer', rows }, plainMs };
}

/** From when a guest is taken that has waited for it. */
async function pooled(level: Level, plainMs: number): Promise<Row> {
  const sandbox = openAt(level, { guests: 1 });
  const samples: number[] = [];
  for (let i = 0; i < TIMES; i++) {
    await setTimeout(5 * plainMs);
    samples.push(await timed(async () => (await firstAnswer(sandbox)).close()));
  }
  sandbox.close();
  const ms = median(samples);
  const expected = REFERENCES.pooledMs * slowness(plainMs);
  return {
    what: `level ${level}, pooled`,
    here: `${ms.toFixed(1)} ms`,
    reference: `${expected.toFixed(1)} ms`,
    worse: ms / expected,
  };
}

/** One after the other, many times, so that both meet the same load. */
async function beside(level: Level): Promise<{ ms: number; plainMs: number }> {
  const sandbox = openAt(level);
  const plain: number[] = [];
  const confined: number[] = [];
  for (let i = 0; i < TIMES; i++) {
    plain.push(await startPlainNode());
    confined.push(await timed(async () => (await firstAnswer(sandbox)).close()));
  }
  sandbox.close();
  return { ms: median(confined), plainMs: median(plain) };
}
