import { accessSync, constants } from 'node:fs';
import path from 'node:path';

/** What a level needs and this machine has not. */
export class LackError extends Error {}

/** The first of the folders of PATH, and the usual ones, that holds the command. */
export function findCommand(name: string): string | undefined {
  const folders = [
    ...(process.env.PATH ?? '').split(path.delimiter),
    '/usr/bin',
    '/bin',
    '/usr/sbin',
    '/sbin',
  ];
  return folders.map((folder) => path.join(folder, name)).find(isExecutable);
}

/** @throws LackError when it is not installed */
export function requireCommand(name: string): string {
  const found = findCommand(name);
  if (found === undefined) throw new LackError(`the command ${name} is not installed`);
  return found;
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
