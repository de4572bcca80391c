import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { checkpointFile } from '#autograd/files';

/** How many calls the process still makes before it dies, and those it has made. */
const life = vi.hoisted(() => ({ callsLeft: Number.POSITIVE_INFINITY, calls: [] as string[] }));

vi.mock('node:fs', async (importActual) => {
  const real = await importActual<typeof import('node:fs')>();

  /** A call that is the last one when it is cut short; a dead process makes none. */
  function mortal<Args extends unknown[], T>(call: (...args: Args) => T, cutShort?: (...args: Args) => void) {
    return (...args: Args): T => {
      if (life.callsLeft === 0) cutShort?.(...args);
      if (life.callsLeft-- <= 0) throw new Error('the process is dead');
      life.calls.push([call.name, ...args.filter((arg) => typeof arg === 'string')].join(' '));
      return call(...args);
    };
  }

  return {
    ...real,
    openSync: mortal(real.openSync),
    writeFileSync: mortal(real.writeFileSync, (file, bytes) => {
      real.writeFileSync(file, (bytes as Uint8Array).subarray(0, 1000));
    }),
    fsyncSync: mortal(real.fsyncSync),
    closeSync: mortal(real.closeSync),
    renameSync: mortal(real.renameSync),
    unlinkSync: mortal(real.unlinkSync),
  };
});

const { mkdtempSync, readdirSync, rmSync } = await vi.importActual<typeof import('node:fs')>('node:fs');
const folder = mkdtempSync(path.join(tmpdir(), 'gradschool-crash-'));
const file = path.join(folder, 'last');
const [before, after] = [new Uint8Array(1000).fill(1), new Uint8Array(2000).fill(2)];

beforeEach(() => {
  life.callsLeft = Number.POSITIVE_INFINITY;
  checkpointFile(file).save(before);
  life.calls = [];
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What is there when a process has died after so many calls. */
function survivorOf(callsLeft: number, save: () => void): Uint8Array | null {
  life.callsLeft = callsLeft;
  try {
    save();
  } catch {
    // it is dead
  }
  life.callsLeft = Number.POSITIVE_INFINITY;
  return checkpointFile(file).load();
}

describe('a process that dies while it saves', () => {
  const STEPS = 9;
  const save = () => checkpointFile(file).save(after);

  it.each(Array.from({ length: STEPS + 1 }, (_, step) => step))(
    'after %i steps leaves a whole file',
    (step) => {
      const survivor = survivorOf(step, save);
      expect(survivor).toEqual(life.calls.some((call) => call.startsWith('renameSync')) ? after : before);
      checkpointFile(file).save(before);
      expect(readdirSync(folder)).toEqual(['last']);
    },
  );

  it('would leave half a file without all that, and the test would notice', () => {
    expect(survivorOf(0, () => writeFileSync(file, after))).toEqual(after.subarray(0, 1000));
  });

  it('has brought the bytes to the disk before they take the name, and the name afterwards', () => {
    save();
    const next = `${file}.${process.pid}.tmp`;
    expect(life.calls).toEqual([
      `unlinkSync ${next}`,
      `openSync ${next} wx`,
      'writeFileSync',
      'fsyncSync',
      'closeSync',
      `renameSync ${next} ${file}`,
      `openSync ${folder} r`,
      'fsyncSync',
      'closeSync',
    ]);
    expect(life.calls).toHaveLength(STEPS);
  });
});
