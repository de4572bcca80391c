import { describe, expect, test } from 'vitest';
import type { Level } from '../model/report.ts';
import { examine } from '../sandbox/index.ts';
import { run } from './campaign.ts';
import { findCase } from './find-cases.ts';
import { isRunAt } from './levels-of.ts';

const FEW_AT_THE_JAIL = [
  'answers/lying-proxy',
  'cheats/smuggled-by-error',
  'exhaustion/loop-at-load',
  'files/secret',
  'network/tcp',
  'parcels/pipe',
  'policy/eval',
  'processes/spawn',
  'protocol/answers-in-advance',
  'realm/rare-functions',
  'system-calls/own-number',
  'tampering/arrays',
];
const FEW_WITHOUT = ['files/secret', 'network/tcp', 'processes/end-sibling'];

const { strong } = await examine();

async function differences(level: Level, names: string[]): Promise<string[]> {
  const cases = await Promise.all(names.map(findCase));
  const here = cases.filter(({ one }) => isRunAt(one, level, process.arch));
  const findings = await run({ level, cases: here, seed: 'test', workers: 2 });
  expect(findings).toHaveLength(here.length);
  return findings.flatMap(({ name, differences }) =>
    differences.map((difference) => `${name}: ${difference}`),
  );
}

/** All of them: npm run redteam. */
describe('one attack of each group comes to what is expected', () => {
  test.runIf(strong !== undefined)('in the strongest jail of this machine', async () => {
    expect(await differences(strong!, FEW_AT_THE_JAIL)).toEqual([]);
  });

  test('and without a jail gets through, as the oracles see', async () => {
    expect(await differences('none', FEW_WITHOUT)).toEqual([]);
  });
});
