import { expect, it } from 'vitest';
import { referencePage } from './testing/reference-page.ts';

it('docs/reference/ops.md is what the op table and the doc comments say', async () => {
  await expect(referencePage()).toMatchFileSnapshot('../docs/reference/ops.md');
}, 60_000);
