import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tensor } from '#autograd';
import { checkpointFile, loadTensors, saveTensors } from '#autograd/files';
import { SafetensorsError, writeSafetensors } from '#autograd/io';
import { notSaved } from './messages/files.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'gradschool-files-'));
  file = path.join(folder, 'w.safetensors');
});
afterEach(() => rmSync(folder, { recursive: true }));

const tensors = { w: tensor([1, 2, 3]), b: tensor(0.5, { dtype: 'float32' }) };

function failure(act: () => unknown): Error {
  try {
    act();
  } catch (error) {
    return error as Error;
  }
  throw new Error('nothing was thrown');
}

/** As a user who owns nothing. Whoever runs the tests as root may write everywhere. */
function asNobody<T>(act: () => T): T {
  if (process.geteuid?.() !== 0) return act();
  process.seteuid?.(65534);
  try {
    return act();
  } finally {
    process.seteuid?.(0);
  }
}

describe('tensors in a file', () => {
  it('are what writeSafetensors gives, and come back with their metadata', () => {
    saveTensors(file, tensors, { epoch: '3' });
    expect(new Uint8Array(readFileSync(file))).toEqual(writeSafetensors(tensors, { epoch: '3' }));
    expect(loadTensors(file).tensors.w.toArray()).toEqual([1, 2, 3]);
    expect(loadTensors(file).metadata).toEqual({ epoch: '3' });
  });

  it('take the place of those that were there and leave nothing else', () => {
    saveTensors(file, { old: tensor(1) });
    saveTensors(file, tensors);
    expect(Object.keys(loadTensors(file).tensors)).toEqual(['w', 'b']);
    expect(readdirSync(folder)).toEqual(['w.safetensors']);
  });

  it('are not changed when the new ones are no tensors', () => {
    saveTensors(file, tensors);
    expect(() => saveTensors(file, { __metadata__: tensor(1) })).toThrow(SafetensorsError);
    expect(Object.keys(loadTensors(file).tensors)).toEqual(['w', 'b']);
  });
});

describe('what a killed process has left', () => {
  it('is overwritten by a process of the same number, and ignored by others', () => {
    const [same, other] = [`${file}.${process.pid}.tmp`, `${file}.999999999.tmp`];
    for (const left of [same, other]) writeFileSync(left, 'half of a fi');
    saveTensors(file, tensors);
    expect(loadTensors(file).tensors.w.toArray()).toEqual([1, 2, 3]);
    expect(readdirSync(folder)).toEqual(['w.safetensors', path.basename(other)]);
  });

  it('is not followed if it is a link', () => {
    const precious = path.join(folder, 'precious');
    writeFileSync(precious, 'as it was');
    symlinkSync(precious, `${file}.${process.pid}.tmp`);
    saveTensors(file, tensors);
    expect(readFileSync(precious, 'utf8')).toBe('as it was');
  });
});

describe('a checkpoint file', () => {
  it('holds the bytes that were saved last, or null', () => {
    const store = checkpointFile(file);
    expect(store.load()).toBeNull();
    store.save(Uint8Array.of(1, 2, 3));
    store.save(Uint8Array.of(4));
    expect(store.load()).toEqual(Uint8Array.of(4));
    expect(checkpointFile(file).load()).toEqual(Uint8Array.of(4));
  });

  it('stays where it is when the program goes to another folder', () => {
    const home = process.cwd();
    process.chdir(folder);
    const store = checkpointFile('last');
    process.chdir(home);
    store.save(Uint8Array.of(1));
    expect(readdirSync(folder)).toEqual(['last']);
  });
});

describe('an error names the path and the next step, and keeps what the system said', () => {
  it('no such folder', () => {
    const nowhere = path.join(folder, 'runs', 'w');
    const said = `there is no folder ${path.join(folder, 'runs')} for ${nowhere}.\n  mkdirSync(folder, { recursive: true }) of node:fs makes it.`;
    const error = failure(() => saveTensors(nowhere, tensors));
    expect(error.message).toBe(`saveTensors: ${said}`);
    expect(error.cause).toMatchObject({ code: 'ENOENT' });
    expect(failure(() => checkpointFile(nowhere)).message).toBe(`checkpointFile: ${said}`);
  });

  it('a folder that is a file', () => {
    writeFileSync(file, '');
    const inside = path.join(file, 'w');
    const said = `there is no folder ${file} for ${inside}.`;
    expect(failure(() => saveTensors(inside, tensors)).message).toMatch(`saveTensors: ${said}`);
    expect(failure(() => loadTensors(inside)).message).toMatch(`loadTensors: ${said}`);
    expect(failure(() => checkpointFile(inside).load()).message).toMatch(`checkpointFile: ${said}`);
  });

  it('a file that is a folder', () => {
    mkdirSync(file);
    const said = `${file} is a folder.\n  Name a file in it, as weights.safetensors.`;
    for (const error of [failure(() => saveTensors(file, tensors)), failure(() => loadTensors(file))]) {
      expect(error.message).toMatch(said);
      expect(error.cause).toMatchObject({ code: 'EISDIR' });
    }
    expect(failure(() => checkpointFile(file).load()).message).toBe(`checkpointFile: ${said}`);
    expect(readdirSync(folder)).toEqual(['w.safetensors']);
  });

  it('no such file', () => {
    const error = failure(() => loadTensors(file));
    expect(error.message).toBe(
      `loadTensors: there is no file ${file}.\n  A path without / in front starts in the folder that the program was started in.`,
    );
    expect(error.cause).toMatchObject({ code: 'ENOENT' });
  });

  it.skipIf(process.platform === 'win32')('no permission', () => {
    saveTensors(file, tensors);
    chmodSync(file, 0o000);
    chmodSync(folder, 0o555);
    expect(failure(() => asNobody(() => saveTensors(file, tensors))).message).toBe(
      `saveTensors: no permission to make a file in ${folder}, to take the place of ${file}.\n  Choose another folder, or let this user write there.`,
    );
    expect(failure(() => asNobody(() => loadTensors(file))).message).toBe(
      `loadTensors: no permission to read ${file}.\n  Let this user read it: chmod +r does.`,
    );
    expect(() => asNobody(() => checkpointFile(file).load())).toThrow(
      'checkpointFile: no permission to read',
    );
    chmodSync(folder, 0o755);
  });

  it('a disk that is full', () => {
    const at = { call: 'saveTensors', file, folder } as const;
    for (const code of ['ENOSPC', 'EDQUOT', 'EFBIG'])
      expect(notSaved(at, 88, Object.assign(new Error(code), { code })).message).toBe(
        `saveTensors: no room for 88 bytes at ${file}.\n  What was there before is still there. Make room, or choose another disk.`,
      );
  });

  it('a name that the system does not take', () => {
    const long = path.join(folder, 'w'.repeat(300));
    expect(failure(() => saveTensors(long, tensors)).message).toMatch(
      `saveTensors: saving ${long} failed: ENAMETOOLONG`,
    );
    expect(failure(() => loadTensors(long)).message).toMatch(
      `loadTensors: reading ${long} failed: ENAMETOOLONG`,
    );
  });

  it('a file that is not whole', () => {
    writeFileSync(file, writeSafetensors(tensors).subarray(0, 40));
    const error = failure(() => loadTensors(file));
    expect(error).toBeInstanceOf(SafetensorsError);
    expect(error.message).toMatch(
      `loadTensors: ${file} holds no tensors that can be read.\n  readSafetensors: the header should`,
    );
    expect(error.cause).toBeInstanceOf(SafetensorsError);
  });
});
