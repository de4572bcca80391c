import type { Level } from '../model/report.ts';
import type { Finding } from './station.ts';

const MEGABYTE = 2 ** 20;

/** What a run came to: a line a group. */
export function summary(level: Level, findings: Finding[], seconds: number): string {
  const groups = [...new Set(findings.map(groupOf))].sort();
  const peaks = (part: 'all' | 'started') => Math.max(0, ...findings.map(({ peak }) => peak[part]));
  return [
    `level ${level}: ${findings.length} attacks in ${seconds.toFixed(0)} s`,
    ...groups.map(
      (group) => `  ${group.padEnd(14)} ${marks(findings.filter((one) => groupOf(one) === group))}`,
    ),
    `  at most ${megabytes(peaks('started'))} MiB in what one grader had started, ${megabytes(peaks('all'))} MiB with itself`,
    '',
  ].join('\n');
}

function groupOf({ name }: Finding): string {
  return name.split('/')[0]!;
}

/** A line for a finding that is not as expected. */
export function complaint({ name, level, differences }: Finding): string {
  return `✗ ${name} at level ${level}: ${differences.join('; ')}\n`;
}

/** One character each: ✓ stopped, ~ known to get through, ✗ not as expected. */
function marks(findings: Finding[]): string {
  const named = [...findings].sort((a, b) => (a.name < b.name ? -1 : 1));
  return named
    .map(({ tripped, differences }) => (differences.length > 0 ? '✗' : tripped.length > 0 ? '~' : '✓'))
    .join('');
}

function megabytes(bytes: number): string {
  return (bytes / MEGABYTE).toFixed(0);
}
