import { describe, expect, test } from 'vitest';
import type { CheckReport, Report } from '../model/report.ts';
import { reportDigest, reportJson } from './json.ts';
import { everyKind, ordinary } from './testing/sample.ts';

describe('reportJson', () => {
  test('is the report: indented by two, with a newline at its end', () => {
    const json = reportJson(everyKind());
    expect(JSON.parse(json)).toEqual(everyKind());
    expect(json).toBe(`${JSON.stringify(JSON.parse(json), null, 2)}\n`);
  });

  test('the order in which a report was put together does not show', () => {
    expect(reportJson(backwards(everyKind()) as Report)).toBe(reportJson(everyKind()));
  });

  test('holds no byte that a terminal obeys, and loses none', () => {
    const report = ordinary('\u001b[2J \u009b2J \u202e \u2028 \u{e0001}');
    const json = reportJson(report);
    expect(json).not.toMatch(/[^\P{C}\n]|\u2028/u);
    expect(JSON.parse(json)).toEqual(report);
  });

  test('refuses what is no report', () => {
    expect(() => reportJson({ ...ordinary(), seed: 1 } as unknown as Report)).toThrow('seed');
  });
});

describe('reportDigest', () => {
  const base = ordinary();
  const digest = reportDigest(base);

  test('ignores exactly timings, runtime and sandbox', () => {
    const elsewhere = { ...base.grader, runtime: 'node v24.1.0', sandbox: 'C' as const };
    expect(reportDigest({ ...base, timings: { total: 1 }, grader: elsewhere })).toBe(digest);
  });

  test.each<[string, Partial<Report>]>([
    ['the submission', { submission: { ...base.submission, id: 'eve' } }],
    ["the submission's digest", { submission: { ...base.submission, digest: 'f'.repeat(64) } }],
    ['the course', { course: { digest: 'f'.repeat(64) } }],
    ["the grader's version", { grader: { ...base.grader, version: '9.9.9' } }],
    ['the seed', { seed: 'other' }],
    ['the score', { score: base.score + 1 }],
    ['the maximum', { max: base.max + 1 }],
    ['an exercise', { exercises: base.exercises.slice(1) }],
    ['a verdict', withFirstCheck({ verdict: { kind: 'timeout', ms: 1 } })],
    ['a hint', withFirstCheck({ hint: 'other' })],
  ])('changes with %s', (_, change) => {
    expect(reportDigest({ ...base, ...change })).not.toBe(digest);
  });

  test('does not depend on the order of keys', () => {
    expect(reportDigest(backwards(base) as Report)).toBe(digest);
  });

  test('is SHA-256 in hex', () => {
    expect(digest).toMatch(/^[0-9a-f]{64}$/);
  });
});

function withFirstCheck(change: Partial<CheckReport>): Partial<Report> {
  const [first, ...others] = ordinary().exercises;
  const [check, ...checks] = first!.checks;
  return { exercises: [{ ...first!, checks: [{ ...check!, ...change }, ...checks] }, ...others] };
}

function backwards(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(backwards);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, backwards(inner)]),
  );
}
