import { execFileSync } from 'node:child_process';

/** The sandbox runs built programs, and the commands are tested as they are installed: so build first. */
export default function setup(): void {
  execFileSync(process.execPath, ['build.mjs'], { stdio: 'inherit' });
}
