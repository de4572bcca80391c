import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strToU8, type Zippable, zipSync } from 'fflate';
import { IntakeError, readSubmission } from '../../intake/index.ts';
import type { Submission, SubmittedFile } from '../../model/submission.ts';
import { packagePath } from '../../package.ts';
import { claim, type Target, unless, usual, wordsOf } from '../target.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'gradschool-fuzz-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));

const wanted = [
  { id: '02-activations', file: 'activations.ts' },
  { id: '12-rnn-cell', file: 'rnn-cell.ts' },
];

/** A zip that a student hands in. */
export const archive: Target = {
  limits: usual,
  covers: ['grader/intake/', '/yauzl/'],
  seeds: () => [
    ...ARCHIVES.map((files) => zipSync(files)),
    readFileSync(packagePath('fixtures/class/chidi.zip')),
  ],
  words: [
    ...wordsOf('PK\x01\x02', 'PK\x03\x04', 'PK\x05\x06', 'PK\x06\x06', 'PK\x06\x07', 'PK\x07\x08'),
    ...wordsOf(
      '12-rnn-cell/rnn-cell.ts',
      '02-activations/',
      'exercises/',
      '../',
      '/',
      '\\',
      '\0',
      '__MACOSX/',
    ),
    ...wordsOf('\x01\x00', '\x75\x70\x09\x00\x01', '\x08\x00', '\xff\xff\xff\xff'),
  ],
  async run(bytes) {
    const file = path.join(folder, 'submission.zip');
    writeFileSync(file, bytes);
    await readSubmission(file, wanted).then(checkSubmission, checkError);
  },
};

/** What holds for every submission that was read. */
export function checkSubmission({ files, digest }: Submission): void {
  claim(/^[0-9a-f]{64}$/.test(digest), 'there is a digest');
  for (const file of files.values()) checkFile(file);
}

export function checkFile(file: SubmittedFile): void {
  if (file.kind === 'refused') claim(isOneLine(file.why), `the reason is one line: ${file.why}`);
  else claim(file.text.length <= 256 * 1024 && !file.text.includes('\0'), 'the text is within its limits');
}

export function checkError(error: unknown): void {
  unless(IntakeError)(error);
  claim(isOneLine((error as Error).message), `the message is one line: ${(error as Error).message}`);
}

/** And nothing in it steers a terminal. */
function isOneLine(text: string): boolean {
  return !/[\p{Cc}\p{Cf}\u2028\u2029]/u.test(text);
}

const text = (content: string) => strToU8(content);
const link = { os: 3, attrs: (0o120777 << 16) >>> 0 };

const ARCHIVES: Zippable[] = [
  { '12-rnn-cell/rnn-cell.ts': text('export const a = 1;') },
  {
    'exercises/02-activations/activations.ts': text('x'.repeat(1000)),
    'exercises/12-rnn-cell/notes.txt': text(''),
  },
  { 'alice/12-rnn-cell/rnn-cell.ts': [text('stored'), { level: 0 }], 'alice/12-rnn-cell/': text('') },
  { '12-rnn-cell': [text('/etc'), link], '02-activations/activations.ts': [text('/etc/passwd'), link] },
  {
    '../12-rnn-cell/rnn-cell.ts': text('out'),
    '02-activations/Activations.ts': [text('a'), { comment: 'b' }],
  },
];
