import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { packagePath } from '../package.ts';
import type { Targets } from './targets.ts';

const preamble = readFileSync(packagePath('fixtures/hostile/preamble.cjs'), 'utf8');
const guest = packagePath('dist/grader/sandbox/guest.cjs');

/**
 * A program that attacks, and then is the guest that it should have been: so the verdict must be as if nothing had
 * happened. One that never comes back from its attack is no guest at all.
 */
export function writeEscapedGuest(attack: string, targets: Targets, folder: string): string {
  const script = path.join(folder, `${targets.token}.cjs`);
  const text = [
    preamble,
    `const targets = ${JSON.stringify(targets)};`,
    `(async () => {\n${attack}\n})()`,
    '.catch((error) => tell(error.message)).then(() => {',
    readFileSync(guest, 'utf8'),
    '});',
  ];
  writeFileSync(script, text.join('\n'));
  return script;
}
