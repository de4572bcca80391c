const [SUNDAY, MONDAY, THURSDAY, SATURDAY] = [0, 1, 4, 6];

/** When the law of the USA (5 U.S.C. 6103) let people rest from 1986 to 2020. */
const HOLIDAYS: Record<string, (day: Date) => boolean> = {
  "New Year's Day": isDate(1, 1),
  "Martin Luther King's Birthday": isWeekday(MONDAY, 1, 15),
  "Washington's Birthday": isWeekday(MONDAY, 2, 15),
  'Memorial Day': isWeekday(MONDAY, 5, 25),
  'Independence Day': isDate(7, 4),
  'Labor Day': isWeekday(MONDAY, 9, 1),
  'Columbus Day': isWeekday(MONDAY, 10, 8),
  'Veterans Day': isDate(11, 11),
  'Thanksgiving Day': isWeekday(THURSDAY, 11, 22),
  'Christmas Day': isDate(12, 25),
};

/** Which federal holiday of the USA a date is, such as 2002-07-04; undefined for a day like others. */
export function federalHoliday(date: string): string | undefined {
  return holidayOn(new Date(date)) ?? observedOn(new Date(date));
}

function holidayOn(day: Date): string | undefined {
  return Object.keys(HOLIDAYS).find((name) => HOLIDAYS[name](day));
}

/** Offices close on the Friday before a holiday on a Saturday, and on the Monday after one on a Sunday. */
function observedOn(day: Date): string | undefined {
  const off = [daysFrom(day, 1), daysFrom(day, -1)].find(
    (other, i) => other.getUTCDay() === [SATURDAY, SUNDAY][i],
  );
  const name = off && holidayOn(off);
  return name && `${name} (observed)`;
}

function isDate(month: number, date: number) {
  return (day: Date) => day.getUTCMonth() + 1 === month && day.getUTCDate() === date;
}

/** The first such day of the week from that date on. */
function isWeekday(weekday: number, month: number, from: number) {
  return (day: Date) =>
    day.getUTCDay() === weekday &&
    day.getUTCMonth() + 1 === month &&
    day.getUTCDate() >= from &&
    day.getUTCDate() < from + 7;
}

function daysFrom(day: Date, count: number): Date {
  const other = new Date(day);
  other.setUTCDate(day.getUTCDate() + count);
  return other;
}
