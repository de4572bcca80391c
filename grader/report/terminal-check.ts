import type { CheckReport } from '../model/report.ts';
import type { Counterexample, Verdict } from '../model/verdict.ts';
import { answerFacts, type Fact, gradientRows, inputFacts, replayText } from './counterexample-facts.ts';
import { displayWidth, fitting, padEnd } from './display-width.ts';
import type { Paint } from './paint.ts';
import { scoreText } from './points.ts';
import { readable, readableLine } from './readable.ts';
import { alignColumns } from './text-table.ts';
import { verdictWords } from './verdict-words.ts';
import { hang, indent, justify, wrap } from './wrap.ts';

/** A check at length: its claim, what happened, the counterexample and the hint. */
export function checkLines(check: CheckReport, width: number, paint: Paint): string[] {
  const room = width - 2;
  return [
    ...claimLines(check, width, paint),
    ...indent([
      ...verdictLines(check.verdict, room, paint),
      ...('counterexample' in check.verdict && check.verdict.counterexample
        ? counterexampleLines(check.verdict.counterexample, room, paint)
        : []),
      ...(check.hint ? hang(`hint: ${readable(check.hint)}`, room) : []),
    ]),
  ];
}

/** A check in a line: its claim, and why it did not run. */
export function briefLines(check: CheckReport, width: number, paint: Paint): string[] {
  const reason = check.verdict.kind === 'skipped' ? verdictLines(check.verdict, width - 2, paint) : [];
  return [...claimLines(check, width, paint), ...indent(reason)];
}

export function verdictLines(verdict: Verdict, width: number, paint: Paint): string[] {
  const { tone, label, sentence } = verdictWords(verdict);
  return hang(`${label}: ${sentence}`, width).map((line) => paint(tone, line));
}

function claimLines(check: CheckReport, width: number, paint: Paint): string[] {
  const { tone, mark } = verdictWords(check.verdict);
  const hidden = check.visibility === 'hidden' ? ' (hidden)' : '';
  const claim = `${mark} ${readableLine(check.name)}${hidden}`;
  return justify(claim, scoreText({ score: check.points, max: check.max }), width).map((line) =>
    tone === 'bad' ? paint('bold', line) : paint('dim', line),
  );
}

function counterexampleLines(counterexample: Counterexample, width: number, paint: Paint): string[] {
  const room = width - 2;
  const lines = [
    ...factLines([...inputFacts(counterexample), ...answerFacts(counterexample)], room),
    ...gradientLines(counterexample, room),
    ...wrap(`replay with ${replayText(counterexample)}`, room).map((line) => paint('dim', line)),
  ];
  return lines.map((line) => `${paint('dim', '│')} ${line}`);
}

function gradientLines(counterexample: Counterexample, width: number): string[] {
  const rows = gradientRows(counterexample).map((row) => [
    row.entry,
    row.yours,
    row.numeric,
    row.relativeError,
  ]);
  if (rows.length === 0) return [];
  const table = alignColumns(
    [['gradient', 'yours', 'numeric', 'relative error'], ...rows],
    ['left', 'right', 'right', 'right'],
  );
  return table.flatMap((line) => wrap(line, width));
}

function factLines(facts: Fact[], width: number): string[] {
  const column = Math.min(Math.floor(width / 3), Math.max(0, ...facts.map(({ term }) => displayWidth(term))));
  return facts.flatMap(({ term, text }) =>
    wrap(text, width - column - 2).map(
      (line, i) => `${padEnd(i === 0 ? fitting(term, column) : '', column)}  ${line}`,
    ),
  );
}
