import { defineConfig } from 'vitest/config';

const source = { resolve: { conditions: ['source'] }, ssr: { resolve: { conditions: ['source'] } } };

/**
 * `npm test` runs the first three, the audit with few seeds; `npm run audit` runs it with many. The exercises' own
 * tests fail until a student has solved them.
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
          globalSetup: './vitest.setup.ts',
          testTimeout: 60_000,
        },
      },
      {
        ...source,
        test: {
          name: 'audit',
          include: ['grader/**/*.audit.ts'],
          globalSetup: './vitest.setup.ts',
          testTimeout: 1_200_000,
        },
      },
      {
        ...source,
        test: { name: 'exercises', include: ['exercises/**/*.test.ts'] },
      },
    ],
  },
});
