import { expect, test } from 'vitest';
import { graderProcess } from './testing/grader-process.ts';
import { levelsHere } from './testing/levels.ts';

/** What leads out of a guest whose grader was started by somebody careless. */
async function leaks(level: string): Promise<string> {
  const careless = [
    'bash',
    '-c',
    'exec 7</etc/passwd 40</etc/passwd 63</etc 200</etc/passwd; exec "$0" "$@"',
  ];
  const { line } = await graderProcess(
    `const { writeFileSync } = await import('node:fs');
     const { text } = await import('node:stream/consumers');
     const stage = new Stage();
     const script = stage.folder + '/look.cjs';
     writeFileSync(script, \`
       const { fstatSync, writeSync } = require('node:fs');
       const open = Array.from({ length: 1100 }, (_, i) => i).filter((i) => {
         try { const file = fstatSync(i); return file.isFile() || file.isDirectory() || (i > 4 && file.isSocket()) } catch { return false }
       });
       writeSync(4, open.join() || 'none');\`);
     const keepAlive = setInterval(() => {}, 1e6);
     console.log(await text(launch(nodeProgram(process.execPath, script), '${level}', stage).output));
     clearInterval(keepAlive);`,
    ...careless,
  );
  return line;
}

test.for(await levelsHere())(
  'at level %s a guest gets no descriptor that the grader inherited',
  async (level) => {
    expect(await leaks(level)).toBe('none');
  },
);
