import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { loadCourse } from '../course/find.ts';
import { packagePath } from '../package.ts';

const { exercises } = await loadCourse();

function hint(...args: string[]) {
  const command = [packagePath('dist/grader/cli/main.js'), 'hint', ...args];
  const { stdout, stderr, status } = spawnSync(process.execPath, command, { encoding: 'utf8' });
  return { text: stdout.replace(/\s+/g, ' '), stderr, status };
}

test('three hints come one after another, and then no more', () => {
  const { hints } = exercises.find(({ id }) => id === '12-rnn-cell')!;
  for (const [i, words] of hints.entries()) {
    const { text, status } = hint('rnn-cell', `${i + 1}`);
    expect(status).toBe(0);
    expect(text).toContain(`hint ${i + 1} of 3`);
    expect(text).toContain(words);
    expect(text.includes('The next one')).toBe(i < 2);
  }
  expect(hint('12').text).toBe(hint('12-rnn-cell', '1').text);
});

test('what there is no hint for is said', () => {
  expect(hint('99')).toMatchObject({ status: 2, stderr: expect.stringContaining("no exercise '99'") });
  expect(hint('12', '4')).toMatchObject({ status: 2, stderr: expect.stringContaining('three hints') });
});

test.each(exercises)('$id has three hints, each a sentence or more', ({ hints }) => {
  expect(hints).toHaveLength(3);
  expect(new Set(hints).size).toBe(3);
  for (const words of hints) expect(words).toMatch(/^.{40,400}$/u);
});
