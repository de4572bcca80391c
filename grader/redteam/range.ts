import { chmodSync, closeSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { packagePath } from '../package.ts';
import { listen } from './listeners.ts';
import { type Oracle, tripped } from './oracles.ts';
import { Outside } from './outside.ts';
import { Sibling } from './sibling.ts';
import type { Targets } from './targets.ts';
import { newWords, type Words } from './words.ts';

/** The descriptor at which the grader inherits a secret: far enough up that Node does not close it itself. */
const INHERITED = 40;

/** What is put up around one grader to be attacked, and watched. */
export interface Range {
  words: Words;
  targets(): Omit<Targets, 'grader' | 'token'>;
  /** For the grader to inherit. */
  inherited: number;
  /** Empty, and readable by all, for what one attacker hands in. */
  newFolder(): string;
  /** What has happened to it since the last time this was asked; it is whole again afterwards. */
  damage(): Oracle[];
  close(): void;
}

export async function openRange(): Promise<Range> {
  const folder = mkdtempSync(path.join(tmpdir(), 'gradschool-range-'));
  chmodSync(folder, 0o755);
  const words = newWords();
  const file = (name: string, text: string) => {
    writeFileSync(path.join(folder, name), text, { mode: 0o644 });
    return path.join(folder, name);
  };
  const inherited = openSync(file('inherited', words.descriptor), 'r');
  const outside = new Outside(path.join(folder, 'outside'));
  const sibling = new Sibling();
  const socket = path.join(folder, 'socket');
  const listeners = await listen(socket);
  const { port, udpPort } = listeners;
  const secret = file('secret', words.secret);
  const targets = () => ({
    secret,
    descriptor: INHERITED,
    folder: outside.folder,
    solution: packagePath('solutions/02-activations/activations.ts'),
    ...{ port, udpPort, socket, sibling: sibling.pid },
  });
  const newFolder = () => {
    const handedIn = mkdtempSync(path.join(folder, 'attack-'));
    chmodSync(handedIn, 0o755);
    return handedIn;
  };
  const damage = () =>
    tripped({
      connection: listeners.contacts() > 0,
      sibling: !sibling.isWell(),
      outside: outside.take().length > 0,
    });
  const close = () => {
    listeners.close();
    sibling.close();
    closeSync(inherited);
    rmSync(folder, { recursive: true });
  };
  return { words, targets, inherited, newFolder, damage, close };
}
