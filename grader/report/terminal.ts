import type { Diagnosis, ExerciseReport, Report } from '../model/report.ts';
import { attainmentWords } from './attainment-words.ts';
import { outline } from './outline.ts';
import { type Paint, painter } from './paint.ts';
import { percent, percentText, scoreText } from './points.ts';
import { readable, readableLine } from './readable.ts';
import { briefLines, checkLines, verdictLines } from './terminal-check.ts';
import { verdictWords } from './verdict-words.ts';
import { hang, indent, justify, wrap } from './wrap.ts';

const NARROWEST = 40;

/** The report for a terminal, like the output of a good test runner: a line for what passed, room for what failed. */
export function terminalReport(
  report: Report,
  { colour, width = 80 }: { colour: boolean; width?: number },
): string {
  const paint = painter(colour);
  const columns = Math.max(NARROWEST, width);
  const total = `${scoreText(report)}  ${percentText(percent(report.score, report.max))}`;
  const lines = [
    ...justify(readableLine(report.submission.id), total, columns).map((line) => paint('bold', line)),
    ...report.exercises.flatMap((exercise) => ['', ...exerciseLines(exercise, columns, paint)]),
  ];
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}

function exerciseLines(exercise: ExerciseReport, width: number, paint: Paint): string[] {
  const { shared, told, brief } = outline(exercise);
  const { tone, mark } = shared ? verdictWords(shared) : attainmentWords(exercise);
  const heading = justify(
    `${mark} ${readableLine(exercise.id)}  ${readableLine(exercise.title)}`,
    scoreText(exercise),
    width,
  );
  const spotless = tone === 'good' && told.length === 0;
  return [...heading.map((line) => paint(tone, line)), ...(spotless ? [] : indent(body()))];

  function body() {
    const room = width - 2;
    return [
      ...(exercise.diagnosis ? [...diagnosisLines(exercise.diagnosis, room, paint), ''] : []),
      ...(shared ? verdictLines(shared, room, paint) : []),
      ...told.flatMap((check) => [...checkLines(check, room, paint), '']),
      ...brief.flatMap((check) => briefLines(check, room, paint)),
    ];
  }
}

function diagnosisLines(
  { misconception, explanation, evidence }: Diagnosis,
  width: number,
  paint: Paint,
): string[] {
  return [
    ...hang(`◆ ${readable(misconception)}`, width).map((line) => paint('review', line)),
    ...indent(wrap(readable(explanation), width - 2)),
    ...indent(wrap(readable(evidence), width - 2).map((line) => paint('dim', line))),
  ];
}
