import type { Level } from '../model/report.ts';
import { type Examination, exceptionsOf, LEVELS } from '../sandbox/index.ts';

/** What `gradschool doctor` says. */
export function examinationText({ machine, levels, strong, basic }: Examination): string {
  const nodeMajor = Number.parseInt(machine.node, 10);
  return [
    row('node', machine.node),
    row('system', machine.isContainer ? `${machine.system}, in a container` : machine.system),
    row('user', machine.isRoot ? 'root; submissions run as an unprivileged user' : 'unprivileged'),
    ...(['A', 'B', 'C'] as const).flatMap((level) => ['', ...levelLines(level, levels[level], nodeMajor)]),
    '',
    choice('--sandbox strong, the default,', strong),
    choice('--sandbox basic', basic),
    '',
  ].join('\n');
}

function levelLines(level: Level, found: Examination['levels']['A'], nodeMajor: number): string[] {
  const { name, means } = LEVELS[level];
  const title = row(`level ${level}`, `${name}: ${found.holds ? 'holds' : 'does not hold'}`);
  const reasons = [found.detail, ...found.remedies.map((remedy) => `→ ${remedy}`)];
  const lines = found.holds ? [`by ${means}`, ...exceptionLines(level, nodeMajor)] : reasons;
  return [title, ...lines.map((line) => row('', line))];
}

/** What has one reason is told together. */
function exceptionLines(level: Level, nodeMajor: number): string[] {
  const exceptions = exceptionsOf(level, nodeMajor);
  const reasons = [...new Set(exceptions.map(({ why }) => why))];
  return reasons.flatMap((reason) => {
    const attacks = exceptions.filter(({ why }) => why === reason).map(({ attack }) => attack);
    return [`not stopped: ${attacks.join(', ')}`, `  ${reason}`];
  });
}

function choice(option: string, level: Level | undefined): string {
  return level ? `${option} runs submissions at level ${level}.` : `${option} grades nothing here.`;
}

const row = (term: string, text: string) => `${term.padEnd(9)} ${text}`;
