import { spawnSync } from 'node:child_process';

/** A command line that runs another one where no namespaces can be made, so that no jail holds. */
export function withoutNamespaces(...command: string[]): string[] {
  const user = ['--unshare-user', '--disable-userns', '--uid', '1000', '--gid', '1000'];
  return ['bwrap', ...user, '--dev-bind', '/', '/', '--chdir', process.cwd(), ...command];
}

/** Whether this machine has a bubblewrap that can do that. */
export const canForbidNamespaces = succeeds(withoutNamespaces('true'));

function succeeds([file, ...args]: string[]): boolean {
  return spawnSync(file!, args).status === 0;
}
