import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { requireCommand } from './find-command.ts';
import { guestUser } from './guest-user.ts';

/** A process of the user as whom guests run, which nobody has a reason to end. */
export interface Bystander {
  pid: number;
  isAlive(): Promise<boolean>;
  remove(): void;
}

/** It says what it hears, and ends when it hears no more: with the grader at the latest. */
export async function bystander(): Promise<Bystander> {
  const user = guestUser();
  const child = spawn(requireCommand('cat'), {
    ...(user && { uid: user, gid: user }),
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  await once(child, 'spawn');
  child.stdin.on('error', () => {});
  const dead = once(child, 'exit').then(() => false);
  return {
    pid: child.pid!,
    /** A signal that is still on its way is acted upon before the answer. */
    isAlive: () => {
      const answered = once(child.stdout, 'data').then(() => true);
      child.stdin.write('?');
      return Promise.race([answered, dead]);
    },
    remove: () => child.stdin.destroy(),
  };
}
