import { defineConfig } from 'vitest/config';

const source = { resolve: { conditions: ['source'] }, ssr: { resolve: { conditions: ['source'] } } };

/**
 * `npm test` runs the engine and the grader, `npm run test:slow` the whole sample class and guests that are killed in every
 * way. The exercises' own tests fail until a student has solved them.
 */
export default defineConfig({
  ...source,
  test: {
    maxWorkers: 2,
    projects: [
      {
        ...source,
        test: { name: 'engine', include: ['autograd/**/*.test.ts'], testTimeout: 60_000 },
      },
      {
        ...source,
        test: {
          name: 'grader',
          include: ['grader/**/*.test.ts', 'fixtures/*.test.ts'],
          exclude: ['**/*.slow.test.ts'],
          globalSetup: './vitest.setup.ts',
          testTimeout: 120_000,
        },
      },
      {
        ...source,
        test: {
          name: 'slow',
          include: ['grader/**/*.slow.test.ts', 'fixtures/*.slow.test.ts'],
          globalSetup: './vitest.setup.ts',
          testTimeout: 300_000,
        },
      },
      {
        ...source,
        test: { name: 'exercises', include: ['exercises/**/*.test.ts'] },
      },
    ],
  },
});
