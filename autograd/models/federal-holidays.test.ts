import { describe, expect, it } from 'vitest';
import { readBirths } from './data.ts';
import { federalHoliday } from './federal-holidays.ts';

const dates = readBirths().map(({ date }) => date);
const holidaysOf = (year: string) =>
  dates.filter((date) => date.startsWith(year) && federalHoliday(date)).map((date) => date.slice(5));

describe('the federal holidays', () => {
  it('of 2002 and 2003 are those of the Office of Personnel Management', () => {
    expect(holidaysOf('2002').join(' ')).toBe('01-01 01-21 02-18 05-27 07-04 09-02 10-14 11-11 11-28 12-25');
    expect(holidaysOf('2003').join(' ')).toBe('01-01 01-20 02-17 05-26 07-04 09-01 10-13 11-11 11-27 12-25');
  });

  it('are observed on the Friday before a Saturday, on the Monday behind a Sunday', () => {
    expect(federalHoliday('1998-07-03')).toBe('Independence Day (observed)');
    expect(federalHoliday('1999-12-31')).toBe("New Year's Day (observed)");
    expect(federalHoliday('1994-12-26')).toBe('Christmas Day (observed)');
    expect(['1998-07-06', '1994-12-23'].map(federalHoliday)).toEqual([undefined, undefined]);
  });

  it('are ten a year', () => {
    for (let year = 1994; year <= 2003; year++) {
      const own = dates.filter((date) => date.startsWith(`${year}`) && federalHoliday(date));
      const actual = own.filter((date) => !federalHoliday(date)!.endsWith('(observed)'));
      expect([year, actual.length]).toEqual([year, 10]);
    }
  });
});
