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

const script = new vm.Script(REALM, { filename: 'realm.js' });

/** A language and an engine of its own, for one exercise. */
interface Room {
  context: vm.Context;
  realm: typeof Realm;
}

const rooms = new Map<number, Room>();
/** Made ready while the guest waits. */
let next: Room | undefined = newRoom();

function newRoom(): Room {
  const context = vm.createContext(vm.constants.DONT_CONTEXTIFY, {
    codeGeneration: { strings: false, wasm: false },
  });
  return { context, realm: script.runInContext(context) as typeof Realm };
}

function roomOf(number: number): Room {
  const room = rooms.get(number) ?? next ?? newRoom();
  if (room === next) next = undefined;
  rooms.set(number, room);
  return room;
}

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
function compile(code: string, context: vm.Context): Wrapper | string {
  try {
    return vm.compileFunction(code, ['exports', 'require', 'module'], {
      parsingContext: context,
      filename: 'submission.js',
    }) as Wrapper;
  } catch (error) {
    return String((error as Error).message);
  }
}

writeFully(next!.realm.output(), next!.realm.hello());
const header = Buffer.alloc(8);
for (;;) {
  readFully(header);
  const size = header.readUInt32LE(0) - 4;
  if (size > MAX_REQUEST_BYTES) exit(3);
  const { context, realm } = roomOf(header.readUInt32LE(4));
  const count = realm.begin(readFully(realm.input(size)));
  const code = realm.code();
  const wrapper = code === undefined ? '' : compile(code, context);
  for (let index = 0; index < count; index++) {
    const length = realm.answer(index, wrapper);
    writeFully(realm.output(), length);
  }
}
