import type { Command } from 'commander';
import { UsageError } from './usage-error.ts';

export function addStubs(program: Command): void {
  program
    .command('stubs')
    .description('for authors: cut the exercises from the solutions')
    .option('--check', 'write nothing; exit with 2 when a file of exercises/ is not what the solutions say')
    .action(async ({ check }: { check?: boolean }) => {
      const [{ loadCourse }, { generateExercises, outdated, writeExercises }] = await Promise.all([
        import('../course/find.ts'),
        import('../course/stubs.ts'),
      ]);
      const files = generateExercises(await loadCourse());
      const different = outdated(files);
      if (!check) writeExercises(files);
      else if (different.length > 0)
        throw new UsageError(`${different.join(', ')} differ from the solutions. Run npm run stubs.`);
    });
}
