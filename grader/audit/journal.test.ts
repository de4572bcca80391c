import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { NOTHING_FOUND } from './audit-exercise.ts';
import { Journal } from './journal.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'journal-'));
afterAll(() => rmSync(folder, { recursive: true }));

const audit = { id: '98-made-up', seeds: 2, ...NOTHING_FOUND };

test('what was kept is known to whoever goes on, for as many seeds', () => {
  new Journal(folder).keep(audit);
  expect(new Journal(folder).known('98-made-up', 2)).toEqual(audit);
  expect(new Journal(folder).known('98-made-up', 50)).toBeUndefined();
  expect(new Journal(folder).known('97-another', 2)).toBeUndefined();
});

test('it is forgotten when anything has changed that decides about points', () => {
  const judge = path.join(folder, 'check.ts');
  writeFileSync(judge, 'before');
  new Journal(folder, [judge]).keep(audit);
  expect(new Journal(folder, [judge]).known('98-made-up', 2)).toEqual(audit);
  writeFileSync(judge, 'after');
  expect(new Journal(folder, [judge]).known('98-made-up', 2)).toBeUndefined();
});
