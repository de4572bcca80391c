import { type Command, InvalidArgumentError } from 'commander';
import type { Exercise } from '../model/exercise.ts';

export function addHint(program: Command): void {
  program
    .command('hint')
    .description('for students: the first of three hints, or the one that is asked for')
    .argument('<exercise>', '12-rnn-cell, 12 or rnn-cell')
    .argument('[number]', '1, 2 or 3; each comes closer', oneToThree, 1)
    .action(async (wanted: string, number: number) => {
      const { chosenCourse } = await import('./with-grading.ts');
      const { exercises } = await chosenCourse({ exercise: wanted });
      process.stdout.write(await hintText(exercises[0]!, number));
    });
}

async function hintText({ id, title, hints }: Exercise, number: number): Promise<string> {
  const { wrap } = await import('../report/wrap.ts');
  const short = id.slice(0, 2);
  const more = number < hints.length ? [`The next one: gradschool hint ${short} ${number + 1}`] : [];
  const lines = [
    `${short} · ${title} · hint ${number} of ${hints.length}`,
    '',
    ...wrap(hints[number - 1]!, 78),
  ];
  return `${[...lines, '', ...more].join('\n').trimEnd()}\n`;
}

function oneToThree(text: string): number {
  if (/^[123]$/.test(text)) return Number(text);
  throw new InvalidArgumentError('There are three hints: 1, 2 and 3.');
}
