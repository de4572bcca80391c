/**
 * Compiles the sources into dist/: the tree as it is, plus the two programs that run inside the sandbox, each in one
 * file. The old dist/ is replaced at the end in one step, so a build that fails or is interrupted leaves it whole.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';

const next = `dist.${process.pid}`;
const old = `${next}.old`;

function compile() {
  const { status } = spawnSync(
    process.execPath,
    ['node_modules/ts7/bin/tsc', '-p', 'tsconfig.build.json', '--outDir', next],
    { stdio: 'inherit' },
  );
  if (status !== 0) throw new Error('tsc failed');
}

async function bundle(entry, options) {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    conditions: ['source'],
    target: 'node20',
    ...options,
  });
  return outputFiles[0].text;
}

async function sandboxPrograms() {
  const folder = `${next}/grader/sandbox`;
  mkdirSync(folder, { recursive: true });
  const text = await bundle('grader/sandbox/guest/realm.ts', { format: 'iife', globalName: 'guest' });
  // the engine keeps functions that an exercise may forbid, such as Math.tanh
  const own =
    'const Math = Object.freeze(Object.defineProperties({}, Object.getOwnPropertyDescriptors(globalThis.Math)));';
  const define = { REALM: JSON.stringify(`(() => {${own} ${text}; return guest.realm; })()`) };
  const node = { platform: 'node', format: 'cjs' };
  writeFileSync(`${folder}/guest.cjs`, await bundle('grader/sandbox/guest/main.ts', { ...node, define }));
  writeFileSync(`${folder}/canary.cjs`, await bundle('grader/sandbox/guest/canary.ts', node));
}

function replace() {
  if (existsSync('dist')) renameSync('dist', old);
  renameSync(next, 'dist');
  rmSync(old, { recursive: true, force: true });
}

process.chdir(import.meta.dirname);
try {
  compile();
  await sandboxPrograms();
  cpSync('grader/report/templates', `${next}/grader/report/templates`, { recursive: true });
  chmodSync(`${next}/grader/cli/main.js`, 0o755);
  replace();
} catch (error) {
  rmSync(next, { recursive: true, force: true });
  process.stderr.write(`build: ${error.message}\n`);
  process.exitCode = 1;
}
