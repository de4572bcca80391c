/**
 * Runs inside the student's realm, before the student's code: the engine, the modules, and the answering of calls.
 *
 * Only bytes, text and numbers pass between this realm and the process around it. The realm is a tidy room, not a
 * boundary: a student who breaks everything here has broken only their own answers.
 */
import * as engine from '#autograd';
import { vjp } from '#autograd/check';
import { ByteReader, ByteWriter } from '../bytes.ts';
import { decode } from '../decode.ts';
import { type Answer, answerFrame, MAX_ANSWER_BYTES, type Request } from '../protocol.ts';
import { type Engine, forbid, forbidsGradients } from './forbid.ts';
import { Modules, type Wrapper } from './modules.ts';
import { reachableFrom, unnamedValues } from './reachable.ts';
import { describeThrown, notPlain } from './thrown.ts';
import { tidyRealm } from './tidy.ts';

const out = new ByteWriter(MAX_ANSWER_BYTES);
/** The engine as the student's code has it; the course's own drivers have it whole. */
const allowed: Engine = { ...engine, ops: { ...engine.ops } };
const modules = new Modules(engine, allowed);
let request: Request;
/** Runs a student's function. */
let run = <T>(f: () => T): T => f();

/** The process around the realm pumps bytes through these and compiles the text that `code` returns. */
export const realm = {
  /** Writes the first frame. */
  hello(): number {
    answerFrame(0, 0, { kind: 'answer', value: undefined }, out);
    return out.length;
  },

  input: (length: number): Uint8Array => new Uint8Array(length),

  /** Takes a request; returns how many answers are due. */
  begin(bytes: Uint8Array): number {
    request = decode(new ByteReader(bytes)) as unknown as Request;
    if (request.ask === 'load' && inReach.length > 0) shut(request.forbidden);
    return request.ask === 'load' ? 1 : request.inputs.length;
  },

  /** The code to compile before the answer, if any. */
  code: (): string | undefined => (request.ask === 'load' ? request.code : undefined),

  /** Writes the frame of the answer to input `index` into `output()` and returns its length. */
  answer(index: number, wrapper: Wrapper | string): number {
    try {
      answerFrame(request.id, index, answerTo(index, wrapper), out);
    } catch (error) {
      answerFrame(request.id, index, notPlain(error), out);
    }
    return out.length;
  },

  output: (): Uint8Array => out.bytes,
};

function answerTo(index: number, wrapper: Wrapper | string): Answer {
  try {
    return request.ask === 'load' ? load(request, wrapper) : compute(request, index);
  } catch (error) {
    return describeThrown(error);
  }
}

function load(asked: Request & { ask: 'load' }, wrapper: Wrapper | string): Answer {
  if (typeof wrapper === 'string')
    return { kind: 'threw', error: 'SyntaxError', message: wrapper, rangeError: false };
  return { kind: 'answer', value: run(() => modules.load(asked, wrapper)) };
}

function compute(asked: Exclude<Request, { ask: 'load' }>, index: number): Answer {
  const found = modules.find(asked.module, asked.name);
  if (typeof found === 'string') return { kind: 'not-implemented', what: found };
  if (asked.ask === 'vjp') {
    const { args, cotangents } = asked.inputs[index]!;
    return { kind: 'answer', value: vjp(found as never, args as never, cotangents as never) as never };
  }
  const args = asked.inputs[index]!;
  const value = run(() => found(...args)) as never;
  return asked.after ? { kind: 'answer', value, after: args } : { kind: 'answer', value };
}

tidyRealm();
/** Looked up while the guest waits; empty when the realm is shut. */
let inReach = reachableFrom([globalThis, allowed, differentiated(), ...unnamedValues()]);

/** Before the first code comes: what is forbidden goes, and nobody can change what is left. */
function shut(forbidden: string[]): void {
  forbid(forbidden, allowed, inReach);
  if (forbidsGradients(forbidden)) run = engine.noGrad;
  for (const object of inReach) if (!ArrayBuffer.isView(object)) Object.freeze(object);
  inReach = [];
}

/** A result whose graph leads to the engine's inner parts. */
function differentiated(): unknown {
  const x = engine.tensor(1, { requiresGrad: true });
  return engine.mul(x, x);
}
