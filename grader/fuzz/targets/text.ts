import { strToU8 } from 'fflate';
import { textOf } from '../../intake/text.ts';
import { violations } from '../../policy/index.ts';
import { rightSolutions } from '../../policy/testing/right-solutions.ts';
import { claim, type Target, usual, wordsOf } from '../target.ts';
import { checkFile } from './archive.ts';

const policy = { engine: true, forbidden: ['Math.tanh', '.backward', 'grad', 'nn.LSTM'] };

/** A file that a student hands in: what intake makes of its bytes, and the policy of its text. */
export const text: Target = {
  // the policy gives a text up after a second of work, and on a busy machine it begins again
  limits: { ...usual, ms: 5000 },
  covers: ['grader/intake/', 'grader/policy/'],
  seeds: () => [...Object.values(rightSolutions), ...EVASIONS].map((text) => strToU8(text)),
  words: wordsOf(
    ...[
      'import ',
      "'#autograd'",
      ' from ',
      '* as a',
      'type ',
      'export ',
      'const ',
      'function ',
      'class ',
      'declare ',
    ],
    ...[
      'Math',
      '.tanh',
      "['tanh']",
      '{ tanh }',
      '.backward',
      'grad',
      'globalThis',
      'eval',
      'require(',
      'import(',
    ],
    ...[
      '(',
      ')',
      '{',
      '}',
      '[',
      ']',
      '=>',
      '=',
      ';',
      ',',
      '...',
      '`${',
      '}`',
      '<',
      '>',
      '?.',
      ' as ',
      '/*',
      '*/',
      '//',
    ],
    ...[
      'async ',
      'for (',
      ' of ',
      'catch (',
      'var ',
      'enum ',
      'namespace ',
      '@',
      '\\u0061',
      '\ufeff',
      '\r\n',
      '\0',
      '\u2028',
    ],
  ),
  tokens: /[\w$]+|\s+|=>|\.{3}|\?\.|'[^'\n]*'|./gs,
  run(bytes) {
    const file = textOf(bytes);
    checkFile(file);
    if (file.kind === 'source') checkPolicy(file.text);
  },
};

/** There is an answer, and its lines are lines of the text. */
export function checkPolicy(text: string): void {
  const lines = text.split(/\r\n|[\r\n\u2028\u2029]/).length;
  for (const { what, line } of violations(text, policy)) {
    claim(line >= 1 && line <= lines, `line ${line} is one of ${lines}`);
    claim(what.length > 0 && what.length < 200, `a sentence: ${what}`);
  }
}

const EVASIONS = [
  "const M = Math; const { ['ta' + 'nh']: t = f } = M; (0, M).tanh?.(x);",
  "import * as ag from '#autograd'; import fs = require('fs'); export * from './a'; ag.nn.LSTM; import('b');",
  'for (const { backward } of all) try { [{ a: b }] = c; } catch ({ tanh }) { var Math; }',
  'declare const a: any; enum E { a = Math.tanh(1) } namespace N { export type T = typeof eval }',
  'class A extends (Math.tanh as any) { static { this.x!; } @d m<T>(a = globalThis) {} get [eval]() {} }',
];
