import { describe, expect, it } from 'vitest';
import { seededRng } from '#autograd';
import { Adam, cosine } from '#autograd/optim';
import { fit, standardise } from '#autograd/train';
import { meanAbsoluteError, seasonalNaive } from './baselines/forecasts.ts';
import { readBirths } from './data.ts';
import { Forecaster, years } from './forecast.ts';
import { linesOfSurprises } from './forecast-shown.ts';

const { train, heldOut, test } = years();
const births = readBirths();

describe('the forecast of births', () => {
  it('learns from the past and is tested on the future', () => {
    const ends = [train, heldOut, test].map((days) => [days[0].date, days.at(-1)!.date]);
    expect(ends).toEqual([
      ['1994-01-29', '2000-12-31'],
      ['2001-01-01', '2001-12-31'],
      ['2002-01-01', '2003-12-31'],
    ]);
    expect(train.length + heldOut.length + test.length).toBe(births.length - 28);
  });

  it('sees the four weeks before a day, and not the day', () => {
    for (const day of [train[0], heldOut[0], test[400]]) {
      const at = births.findIndex(({ date }) => date === day.date);
      expect(day.births).toBe(births[at].births);
      expect(day.history).toEqual(births.slice(at - 28, at).map((before) => before.births));
    }
  });

  it('must beat the day a week ago, which errs by 450', () => {
    const windows = { x: test.map(({ history }) => history), y: test.map((day) => [day.births]) };
    expect(meanAbsoluteError(seasonalNaive(7), windows)).toBeCloseTo(450.375, 2);
  });

  it('learns a week by heart', () => {
    const rng = seededRng(1);
    const days = train.slice(0, 7);
    const model = new Forecaster(standardise(train.map((day) => day.births)), rng);
    const optimizer = new Adam(model.parameters(), { lr: 0.02 });
    const schedule = cosine({ steps: 40 });
    fit({
      model,
      rng,
      optimizer,
      schedule,
      epochs: 40,
      batches: () => [days],
      loss: (batch) => model.loss(batch),
    });
    expect(model.loss(days).item()).toBeLessThan(0.25);
    const errors = model.expect(days).map((day) => Math.abs(day.births - day.expected));
    const mean = errors.reduce((sum, error) => sum + error, 0) / days.length;
    expect(mean).toBeCloseTo(model.loss(days).item() * model.scaler.std, 6);
  });
});

describe('a surprise', () => {
  const wobbly = (days: typeof test) =>
    days.map((day, i) => ({ ...day, expected: day.births + [0, 250, -250][i % 3] }));
  const surprised = (dates: Record<string, number>) =>
    linesOfSurprises(
      wobbly(test).map((day) => ({ ...day, expected: day.births - (dates[day.date] ?? 0) })),
      wobbly(heldOut),
    );

  it('is an error of more than five deviations, with its holiday', () => {
    const lines = surprised({
      '2002-07-04': -4000,
      '2002-12-26': 3000,
      '2003-03-03': 1900,
      '2003-03-04': 1800,
    });
    expect(lines.filter((line) => /^ {2}\w{3} \d.*[^ ]$/.test(line) && !/[█░▓]/.test(line))).toEqual([
      '  Thu 2002-07-04       9,346     13,346     -4,000   Independence Day',
      '  Thu 2002-12-26      10,903      7,903      3,000   the day after Christmas Day',
      '  Mon 2003-03-03      12,491     10,591      1,900',
    ]);
    expect(lines).toContain('Of these 3 days 1 are federal holidays, 1 stand before or behind one.');
  });

  it('is drawn with the weeks around it, unless there was none', () => {
    const chart = surprised({ '2002-07-04': -4000 }).filter((line) => /[█░▓]{2}/.test(line));
    expect(chart.length).toBe(21);
    expect(chart[10]).toBe(`  Thu 2002-07-04  ${'█'.repeat(37)}${'░'.repeat(16)} ← -4,000`);
    expect(surprised({}).some((line) => /[█░▓]/.test(line))).toBe(false);
  });
});
