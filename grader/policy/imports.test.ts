import { describe, expect, test } from 'vitest';
import { violations } from './index.ts';

const accused = (text: string, engine = true) =>
  violations(text, { engine, forbidden: [] }).map(({ what }) => what);

test.each([
  "import { tensor, matmul as mm } from '#autograd';",
  "import * as ag from '#autograd';",
  "import { type Tensor, tanh } from '#autograd';",
])('an exercise with the engine may %s', (text) => {
  expect(accused(text, true)).toEqual([]);
  expect(accused(text, false)).toEqual([
    'values of `#autograd` are not allowed in this exercise; `import type` is',
  ]);
});

test.each([
  "import type { Tensor } from '#autograd';",
  "import type * as ag from '#autograd';",
  "import { type Vector, type Matrix } from '#autograd';",
  "export type { Vector } from '#autograd';",
  "import type fs from 'node:fs';",
  "type Fs = typeof import('node:fs');",
  "import { Vector } from '#autograd';\nexport const first = (x: Vector) => x[0];",
  "import { Value } from '#autograd';\nexport class Mine implements Value {}",
])('types are free: %s', (text) => {
  expect(accused(text, false)).toEqual([]);
});

const elsewhere = 'values may be imported from `#autograd` only';
const attributes = 'import attributes are not allowed in a submission';

describe('nothing else may be loaded', () => {
  test.each<[string, string[]]>([
    ["import fs from 'node:fs';", [elsewhere]],
    ["import 'node:fs';", [elsewhere]],
    ["import {} from './solution.ts';", [elsewhere]],
    ["import { tanh } from '#autograd/extend';", [elsewhere]],
    [
      "import secret from '../../solutions/12-rnn-cell/rnn-cell.ts' with { type: 'text' };",
      [attributes, elsewhere],
    ],
    ["import ag from '#autograd' with { type: 'text' };", [attributes]],
    ["import fs = require('node:fs');", ['`import … = …` is not allowed in a submission']],
    ['import M = Math;', ['`import … = …` is not allowed in a submission']],
    ["export * from '#autograd';", ['`export … from` is not allowed in a submission']],
    ["export { tanh } from './other.ts';", ['`export … from` is not allowed in a submission']],
    ["const fs = await import('node:fs');", ['`import(…)` is not allowed in a submission']],
    ["const fs = require('node:fs');", ['`require` is not allowed in a submission']],
  ])('%s', (text, expected) => {
    expect(accused(text)).toEqual(expected);
  });
});
