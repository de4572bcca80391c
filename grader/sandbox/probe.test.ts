import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { NoSandboxError, openSandbox } from './index.ts';
import { CONFINEMENTS } from './levels.ts';
import { probe } from './probe.ts';
import { Stage } from './stage.ts';
import { levelsHere } from './testing/levels.ts';

const stage = new Stage();
afterAll(() => stage.remove());
afterEach(() => vi.restoreAllMocks());

const missing = () => undefined;
const broken = () => ({ file: '/bin/sh', arguments: ['-c', 'echo no room >&2; exit 1'], filtered: false });

test('the canary can sing: without a jail it succeeds', async () => {
  const { holds, detail } = await probe('none', stage);
  expect(holds).toBe(false);
  for (const success of ['read a file outside', 'read the files of the system', 'open a connection'])
    expect(detail).toContain(`a program in it could ${success}`);
});

test('a jail with a hole does not hold', async () => {
  vi.spyOn(CONFINEMENTS, 'A').mockImplementation(CONFINEMENTS.none);
  expect(await probe('A', stage)).toMatchObject({ holds: false });
});

test('a jail that does not come up does not hold, and says why', async () => {
  vi.spyOn(CONFINEMENTS, 'A').mockImplementation(broken);
  expect(await probe('A', stage)).toEqual({ holds: false, detail: 'it does not run here (no room)' });
});

test('a command that is not there does not hold', async () => {
  vi.spyOn(CONFINEMENTS, 'A').mockImplementation(() => ({ ...broken(), file: '/nowhere' }));
  const { detail } = await probe('A', stage);
  expect(detail).toContain('ENOENT');
});

test('the strongest level that holds is chosen, and named', async () => {
  const sandbox = await openSandbox('strong');
  expect(sandbox.level).toBe((await levelsHere())[0]);
  sandbox.close();
});

test.runIf((await levelsHere()).includes('B'))('without bubblewrap it is level B', async () => {
  vi.spyOn(CONFINEMENTS, 'A').mockImplementation(missing);
  const sandbox = await openSandbox('strong');
  expect(sandbox.level).toBe('B');
  sandbox.close();
});

test('where no level holds, the error names reasons and the remedy', async () => {
  vi.spyOn(CONFINEMENTS, 'A').mockImplementation(missing);
  vi.spyOn(CONFINEMENTS, 'B').mockImplementation(broken);
  const opened = openSandbox('strong');
  await expect(opened).rejects.toThrow(NoSandboxError);
  await expect(opened).rejects.toThrow(
    'level A: it does not run here (level A needs a tool that is not installed)',
  );
  await expect(opened).rejects.toThrow(
    'Install bubblewrap (apt-get install bubblewrap), or pass --sandbox none',
  );
});

test('no jail is used when none is asked for', async () => {
  const sandbox = await openSandbox('none');
  expect(sandbox.level).toBe('none');
  sandbox.close();
});
