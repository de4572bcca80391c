import type { Level } from '../../model/report.ts';
import { launch, type Running } from '../launch.ts';
import { nodeProgram } from '../program.ts';
import type { Stage } from '../stage.ts';

/** What a program needs that speaks the protocol by hand: it says a frame, it hears a request. */
const PREAMBLE = `
const fs = require('node:fs');
const frame = (id, index, ...body) => {
  const bytes = Buffer.alloc(12 + body.length);
  bytes.writeUInt32LE(8 + body.length, 0);
  bytes.writeUInt32LE(id, 4);
  bytes.writeUInt32LE(index, 8);
  bytes.set(body, 12);
  return bytes;
};
const say = (...frames) => { for (let all = Buffer.concat(frames); all.length > 0; ) all = all.subarray(fs.writeSync(4, all)); };
const hear = () => fs.readSync(3, Buffer.alloc(65536));
const nap = (ms) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
const TRUE = [0, 3];
const HELLO = frame(0, 0, 0, 0);
`;

let impostors = 0;

/** A program in place of the guest: somebody who got out of the realm, or never was in it. */
export function impostor(code: string, level: Level, stage: Stage, ...args: string[]): Running {
  return launch(nodeProgram(process.execPath, impostorScript(code, stage), args), level, stage);
}

export function impostorScript(code: string, stage: Stage): string {
  return stage.write(`impostor-${impostors++}.cjs`, () => Buffer.from(PREAMBLE + code));
}
