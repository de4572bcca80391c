import type { Command } from 'commander';

export function addDoctor(program: Command): void {
  program
    .command('doctor')
    .description('which levels of the sandbox hold on this machine, and what would help')
    .option('--json', 'as JSON')
    .action(async ({ json }: { json?: boolean }) => {
      const [{ examine }, { examinationText }] = await Promise.all([
        import('../sandbox/index.ts'),
        import('./examination-text.ts'),
      ]);
      const examination = await examine();
      process.stdout.write(json ? `${JSON.stringify(examination, null, 2)}\n` : examinationText(examination));
      if (!examination.strong) process.exitCode = 3;
    });
}
