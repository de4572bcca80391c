import { availableParallelism } from 'node:os';
import type { Command } from 'commander';
import { type GradingOptions, wholeNumber, withGradingOptions } from './options.ts';
import { Progress } from './progress.ts';
import { chosenCourse, withGrading } from './with-grading.ts';

interface Options extends GradingOptions {
  out: string;
  workers: number;
}

export function addBatch(program: Command): void {
  withGradingOptions(program.command('batch'))
    .description('grade every submission of a folder; write cards, a class page and a gradebook')
    .argument('<folder>', 'a folder of submissions, each a folder or a zip')
    .option('--out <folder>', 'where the results go', 'out')
    .option('--workers <n>', 'how many submissions at a time', wholeNumber, availableParallelism())
    .action(async (folder: string, options: Options) => {
      const { findSubmissions, gradeClass, writeClass } = await import('../class/index.ts');
      const { classTable } = await import('../report/index.ts');
      const progress = new Progress(process.stderr);
      const candidates = findSubmissions(folder);
      const course = await chosenCourse(options);
      const { workers } = options;
      const size = { submissions: candidates.length, workers };
      const results = await withGrading(course, options, size, (grading) =>
        gradeClass(candidates, grading, workers, progress.show),
      );
      progress.clear();
      writeClass(results, options.out);
      process.stdout.write(classTable(results.reports, results.unreadable, { colour: process.stdout.isTTY }));
      process.stderr.write(`Cards, class.html and gradebook.csv are in ${options.out}/\n`);
    });
}
