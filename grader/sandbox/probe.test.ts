import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { ATTACKS } from './attacks.ts';
import { CONFINEMENTS, type Command } from './confinements.ts';
import { LackError } from './find-command.ts';
import { NoSandboxError, openSandbox } from './index.ts';
import { exceptionsOf } from './levels.ts';
import { probe, successfulAttacks } from './probe.ts';
import { Stage } from './stage.ts';
import { levelsHere } from './testing/levels.ts';

const stage = new Stage();
afterAll(() => stage.remove());
afterEach(() => vi.restoreAllMocks());

const broken = (): Command => ({ file: '/bin/sh', arguments: ['-c', 'echo no room >&2; exit 1'] });
const lacking = () => {
  throw new LackError('the command bwrap is not installed');
};

const levels = await levelsHere();

test('the canary can sing: without a sandbox every attack works', async () => {
  expect(new Set(await successfulAttacks('none', stage))).toEqual(new Set(ATTACKS));
});

test.for(levels.filter((level) => level !== 'none'))(
  'at level %s nothing works but its exceptions',
  async (level) => {
    const exceptions = exceptionsOf(level).map(({ attack }) => attack);
    for (const attack of await successfulAttacks(level, stage)) expect(exceptions).toContain(attack);
  },
);

test('a jail with a hole does not hold, and the hole is named', async () => {
  vi.spyOn(CONFINEMENTS, 'A').mockImplementation(CONFINEMENTS.none);
  const { holds, detail } = await probe('A', stage);
  expect(holds).toBe(false);
  for (const attack of ATTACKS) expect(detail).toContain(`a program in it could ${attack}`);
});

test('a jail that does not come up does not hold, and says why', async () => {
  vi.spyOn(CONFINEMENTS, 'A').mockImplementation(broken);
  expect(await probe('A', stage)).toEqual({ holds: false, detail: 'no room' });
});

test('a jail for which something is missing does not hold, and says what', async () => {
  vi.spyOn(CONFINEMENTS, 'A').mockImplementation(lacking);
  expect(await probe('A', stage)).toEqual({ holds: false, detail: 'the command bwrap is not installed' });
});

test('a command that is not there does not hold', async () => {
  vi.spyOn(CONFINEMENTS, 'A').mockImplementation(() => ({ ...broken(), file: '/nowhere' }));
  const { detail } = await probe('A', stage);
  expect(detail).toContain('ENOENT');
});

test('the strongest level that holds is chosen', async () => {
  const sandbox = await openSandbox('strong');
  expect(sandbox.level).toBe(levels[0]);
  sandbox.close();
});

test('the canary is asked once, however many sandboxes are opened', async () => {
  await openSandbox('strong').then(({ close }) => close());
  const run = vi.spyOn(CONFINEMENTS, levels[0]!);
  const sandbox = await openSandbox('basic');
  expect(run).not.toHaveBeenCalled();
  sandbox.close();
});

test('no jail is used when none is asked for', async () => {
  const sandbox = await openSandbox('none');
  expect(sandbox.level).toBe('none');
  sandbox.close();
});

test('where no level holds, the error names the reasons', async () => {
  vi.resetModules();
  const fresh = await import('./index.ts');
  const { CONFINEMENTS } = await import('./confinements.ts');
  vi.spyOn(CONFINEMENTS, 'A').mockImplementation(lacking);
  vi.spyOn(CONFINEMENTS, 'B').mockImplementation(broken);
  const opened = fresh.openSandbox('strong');
  await expect(opened).rejects.toThrow(fresh.NoSandboxError);
  await expect(opened).rejects.toThrow('level A: the command bwrap is not installed');
  await expect(opened).rejects.toThrow('level B: no room');
  expect(fresh.NoSandboxError.name).toBe(NoSandboxError.name);
});
