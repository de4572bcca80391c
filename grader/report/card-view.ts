import type { CheckReport, ExerciseReport, Report } from '../model/report.ts';
import type { Verdict } from '../model/verdict.ts';
import { attainmentWords } from './attainment-words.ts';
import { answerFacts, gradientRows, inputFacts, replayText } from './counterexample-facts.ts';
import { reportDigest } from './json.ts';
import { outline } from './outline.ts';
import { percent, percentText, pointsText } from './points.ts';
import { readable, readableLine } from './readable.ts';
import { checksToReview } from './reviews.ts';
import { verdictWords } from './verdict-words.ts';

/** Everything the card says, as the text that it says it with. */
export function cardView(report: Report) {
  return {
    title: `${readableLine(report.submission.id)}: report card`,
    id: readableLine(report.submission.id),
    total: scoreView(report),
    reviews: checksToReview(report).length,
    exercises: report.exercises.map(exerciseView),
    colophon: [
      { term: 'grader', text: `gradschool ${report.grader.version}` },
      { term: 'runtime', text: report.grader.runtime },
      { term: 'sandbox', text: report.grader.sandbox === 'none' ? 'none' : `level ${report.grader.sandbox}` },
      { term: 'seed', text: readableLine(report.seed) },
      { term: 'submission', text: short(report.submission.digest) },
      { term: 'course', text: short(report.course.digest) },
      { term: 'report', text: short(reportDigest(report)) },
    ],
  };
}

function scoreView({ score, max }: { score: number; max: number }) {
  const share = percent(score, max);
  return {
    score: pointsText(score),
    max: pointsText(max),
    percent: percentText(share),
    width: (share ?? 0).toFixed(1),
  };
}

function exerciseView(exercise: ExerciseReport) {
  const { shared, told, brief } = outline(exercise);
  const { diagnosis } = exercise;
  return {
    id: exercise.id,
    title: exercise.title,
    total: scoreView(exercise),
    result: shared ? verdictWords(shared) : attainmentWords(exercise),
    diagnosis: diagnosis
      ? {
          misconception: readable(diagnosis.misconception),
          explanation: readable(diagnosis.explanation),
          evidence: readable(diagnosis.evidence),
        }
      : null,
    shared: shared ? verdictWords(shared) : null,
    told: told.map(checkView),
    brief: brief.map(checkView),
  };
}

function checkView(check: CheckReport) {
  return {
    name: readable(check.name),
    hidden: check.visibility === 'hidden',
    points: pointsText(check.points),
    max: pointsText(check.max),
    verdict: verdictWords(check.verdict),
    reason: check.verdict.kind === 'skipped' ? verdictWords(check.verdict).sentence : null,
    counterexample: counterexampleView(check.verdict),
    hint: check.hint ? readable(check.hint) : null,
    review: check.review ?? false,
  };
}

function counterexampleView(verdict: Verdict) {
  if (!('counterexample' in verdict) || !verdict.counterexample) return null;
  const { counterexample } = verdict;
  return {
    inputs: inputFacts(counterexample),
    answer: answerFacts(counterexample),
    gradient: gradientRows(counterexample),
    replay: replayText(counterexample),
  };
}

const short = (digest: string) => digest.slice(0, 12);
