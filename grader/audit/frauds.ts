import { Tensor } from '#autograd';
import { localSubject } from '../checks/local-subject.ts';
import type { Exercise } from '../model/exercise.ts';
import type { Plain } from '../model/plain.ts';
import { verdictOf } from './ask.ts';
import { compile } from './compile.ts';
import { type Entrant, entrantOf, handIn, standIn } from './entrant.ts';
import { Questions } from './questions.ts';

/** Submissions that compute nothing. */
export async function frauds(
  exercise: Exercise,
): Promise<Record<'constants' | 'nan' | 'lookup-table', Entrant>> {
  const examples = await visibleExamples(exercise);
  return {
    constants: standIn(exercise, constants(examples)),
    nan: await notANumber(exercise),
    'lookup-table': standIn(exercise, lookupTable(examples)),
  };
}

interface Example {
  name: string;
  args: Plain[];
  gives: Plain;
}

/** The worked examples that a student sees: single questions of visible checks. */
async function visibleExamples(exercise: Exercise): Promise<Example[]> {
  const questions = new Questions(localSubject(exercise.reference));
  for (const check of exercise.checks.filter(({ visibility }) => visibility === 'visible'))
    await verdictOf(check, exercise, questions, 1);
  return questions.all.flatMap(({ how, name, inputs, outcomes }) =>
    how === 'call' && inputs.length === 1 && outcomes[0]?.kind === 'answer'
      ? [{ name, args: inputs[0]!, gives: outcomes[0].value }]
      : [],
  );
}

/** Always what the first example gives. */
function constants(examples: Example[]): string {
  const first = new Map(examples.toReversed().map(({ name, gives }) => [name, gives]));
  return [...first].map(([name, gives]) => `exports.${name} = () => ${literal(gives)};`).join('\n');
}

/** The examples by heart, and for all else what the first of them gives. */
function lookupTable(examples: Example[]): string {
  const rows = examples.map(
    ({ name, args, gives }) => `[${JSON.stringify(key(name, args))}, ${literal(gives)}]`,
  );
  const names = [...new Set(examples.map(({ name }) => name))];
  const functions = names.map((name) => {
    const other = literal(examples.find((one) => one.name === name)!.gives);
    return `exports.${name} = (...args) => table.get(key(${JSON.stringify(name)}, args)) ?? ${other};`;
  });
  return `${key}\n${plain}\nconst table = new Map([${rows.join(',\n')}]);\n${functions.join('\n')}`;
}

/** As a text: also in the guest, where this very function is written into the table. */
function key(name: string, args: unknown[]): string {
  return `${name} ${JSON.stringify(plain(args))}`;
}

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  const { shape, data } = value as { shape?: number[]; data?: ArrayLike<number> };
  if (shape && data) return { shape, data: Array.from(data) };
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, plain(item)]));
}

function literal(value: Plain): string {
  if (value instanceof Tensor)
    return `require('#autograd').tensor([${value.data}]).reshape([${value.shape}])`;
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (typeof value === 'object' && value !== null)
    return `{ ${Object.entries(value)
      .map(([name, item]) => `${name}: ${literal(item)}`)
      .join(', ')} }`;
  return typeof value === 'string' ? JSON.stringify(value) : `${value}`;
}

const WITHOUT_NUMBERS = `
const lost = (x) =>
  typeof x === 'number' ? NaN
  : Array.isArray(x) ? x.map(lost)
  : typeof x?.mul === 'function' ? x.mul(NaN)
  : x && typeof x === 'object' ? Object.fromEntries(Object.entries(x).map(([key, item]) => [key, lost(item)]))
  : x;
const losing = (functions) =>
  Object.fromEntries(Object.entries(functions).map(([name, f]) => [name, (...args) => lost(f(...args))]));
`;

/** The solution, with NaN for each number of its answers. */
async function notANumber(exercise: Exercise): Promise<Entrant> {
  const { solution, driver } = exercise;
  if (driver === undefined)
    return handIn(
      exercise,
      `${await compile(solution)}${WITHOUT_NUMBERS}module.exports = losing(module.exports);`,
    );
  const rest =
    'const own = module.exports; module.exports = { ...own, drive: (student) => losing(own.drive(student)) };';
  const [, submission] = await entrantOf(exercise, solution);
  return handIn(exercise, submission!.code, `${await compile(driver)}${WITHOUT_NUMBERS}${rest}`);
}
