import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { findingsFolder, kept } from './findings.ts';
import { TARGETS } from './targets/index.ts';

describe.each(Object.entries(TARGETS))('what was found in %s stays mended', (name, target) => {
  const inputs = [...target.seeds(), ...kept(findingsFolder, name).map((file) => readFileSync(file))];

  test('and the good inputs are good', async () => {
    expect(inputs.length).toBeGreaterThan(3);
    for (const input of inputs) await target.run(input);
  });
});

test('something was found and kept', () => {
  const all = Object.keys(TARGETS).flatMap((name) => kept(findingsFolder, name));
  expect(all.map((file) => path.relative(findingsFolder, file))).toContain('frames/e387097a9119');
});
