import { accessSync, constants } from 'node:fs';
import type { Command } from './confinements.ts';

/**
 * A command whose whole group of processes dies with the grader, at whatever moment that is killed.
 *
 * A process can ask the kernel to be killed with its parent, and those of a jail do, but not before they run: a jail
 * whose outer half is killed while the inner one waits for it would sleep for ever. So a shell stays beside it and reads
 * from a pipe to which nobody writes. The pipe ends when the grader does, or when the program has ended.
 */
export function onLifeline(command: Command): [file: string, ...string[]] {
  const { file, arguments: args } = command;
  if (process.platform === 'win32') return [file, ...args];
  accessSync(file, constants.X_OK);
  const lifeline = lifelineOf(command);
  const others = Array.from({ length: lifeline }, (_, open) => `${open}<&-`).join(' ');
  const watch = `{ read -r _ <&${lifeline}; kill -KILL 0; } ${others} &`;
  return ['/bin/sh', '-c', `${watch} exec "$@" ${lifeline}<&-`, 'sh', file, ...args];
}

/** The descriptor from which the shell reads: the first that the program itself has no use for. */
export function lifelineOf({ filter }: Command): number {
  return filter === undefined ? 5 : 6;
}
