/**
 * The process of a guest: pumps bytes between two descriptors and the student's realm, and nothing else.
 *
 * It reads synchronously and never returns to the event loop, so no timer or promise of the student ever runs.
 */
import { readSync, writeSync } from 'node:fs';
import vm from 'node:vm';
import { MAX_REQUEST_BYTES } from '../protocol.ts';
import type { Wrapper } from './modules.ts';
import type { realm as Realm } from './realm.ts';

/** The bundled text of realm.ts, put here by the build. */
declare const REALM: string;

const IN = 3;
const OUT = 4;
/** At once, without handlers: nobody here has a say in it. */
const exit = (process as unknown as { reallyExit(code: number): never }).reallyExit.bind(process);

const context = vm.createContext(vm.constants.DONT_CONTEXTIFY, {
  codeGeneration: { strings: false, wasm: false },
});
const realm = vm.runInContext(REALM, context, { filename: 'realm.js' }) as typeof Realm;

function readFully(bytes: Uint8Array): Uint8Array {
  for (let filled = 0; filled < bytes.length; ) {
    const count = readSync(IN, bytes, filled, bytes.length - filled, null);
    if (count === 0) exit(0);
    filled += count;
  }
  return bytes;
}

function writeFully(bytes: Uint8Array, length: number): void {
  for (let sent = 0; sent < length; ) sent += writeSync(OUT, bytes, sent, length - sent);
}

/** @returns the function around the code, or what is wrong with it */
function compile(code: string): Wrapper | string {
  try {
    return vm.compileFunction(code, ['exports', 'require', 'module'], {
      parsingContext: context,
      filename: 'submission.js',
    }) as Wrapper;
  } catch (error) {
    return String((error as Error).message);
  }
}

writeFully(realm.output(), realm.hello());
const header = Buffer.alloc(4);
for (;;) {
  readFully(header);
  const size = header.readUInt32LE(0);
  if (size > MAX_REQUEST_BYTES) exit(3);
  const count = realm.begin(readFully(realm.input(size)));
  const code = realm.code();
  const wrapper = code === undefined ? '' : compile(code);
  for (let index = 0; index < count; index++) {
    const length = realm.answer(index, wrapper);
    writeFully(realm.output(), length);
  }
}
