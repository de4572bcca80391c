import { afterAll, expect, test, vi } from 'vitest';
import { budgetOf } from './budget.ts';
import { Guest } from './guest.ts';
import { launch } from './launch.ts';
import { NODE_MAJOR } from './node-major.ts';
import { nodeProgram } from './program.ts';
import { Stage } from './stage.ts';
import { impostorScript } from './testing/impostor.ts';
import { callsOf } from './testing/limits.ts';

/** A system without the tools of Linux: nothing but the grader bounds memory there. */
vi.mock('./find-command.ts', async (original) => ({
  ...(await original<typeof import('./find-command.ts')>()),
  findCommand: () => undefined,
}));

const stage = new Stage();
afterAll(() => stage.remove());

const MEGABYTE = 1_000_000;

test.for(NODE_MAJOR < 24 ? (['none'] as const) : (['C', 'none'] as const))(
  'at level %s buffers that fill the memory are the end of a guest, without any tool',
  async (level) => {
    const bomb = 'say(HELLO); hear(); for (const held = []; ; ) held.push(Buffer.alloc(1e7, 1));';
    const program = nodeProgram(process.execPath, impostorScript(bomb, stage));
    program.limits.residentBytes = 300 * MEGABYTE;
    const limits = callsOf(20_000);
    const guest = new Guest(launch(program, level, stage), limits);
    const question = { ask: 'call' as const, module: 'm', name: 'f', inputs: [[]], after: false };
    const [outcome] = await guest.ask(question, 0, [budgetOf('call', limits.call)]);
    expect(outcome).toMatchObject({ kind: 'out-of-memory' });
  },
);
