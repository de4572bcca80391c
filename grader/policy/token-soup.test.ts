import fc from 'fast-check';
import { strToU8 } from 'fflate';
import { expect, test } from 'vitest';
import { seededRng } from '#autograd';
import { mutateTokens } from '../fuzz/mutate-tokens.ts';
import { checkPolicy, text } from '../fuzz/targets/text.ts';
import { promptly } from '../testing/promptly.ts';
import { violations } from './index.ts';
import { rightSolutions } from './testing/right-solutions.ts';

const solution = fc.constantFrom(...Object.values(rightSolutions));

test('of solutions with some of their tokens moved, replaced and repeated there is an answer at once', async () => {
  await fc.assert(
    fc.asyncProperty(solution, solution, fc.integer(), async (one, other, seed) => {
      const material = { rng: seededRng(seed), words: text.words, other: strToU8(other) };
      const soup = Buffer.from(mutateTokens(strToU8(one), text.tokens!, material)).toString();
      await promptly(() => checkPolicy(soup));
    }),
    { numRuns: 120 },
  );
});

test('and what is forbidden is found in them, before and after whatever else', () => {
  fc.assert(
    fc.property(solution, solution, (one, other) => {
      const found = violations(`${one}\nexport const forbidden = Math.tanh(1);\n${other}`, {
        engine: true,
        forbidden: ['Math.tanh'],
      });
      expect(found.map(({ line }) => line)).toContain(one.split('\n').length + 1);
    }),
    { numRuns: 15 },
  );
});
