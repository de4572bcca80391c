import { expect, test } from 'vitest';
import { points } from '../../solutions/course.ts';
import { loadCourse } from './find.ts';

const { exercises } = await loadCourse();
const sum = (numbers: number[]) => numbers.reduce((total, n) => total + n, 0);

test('the whole course is worth 1,000 points, in 35 exercises', () => {
  expect(Object.keys(points)).toHaveLength(35);
  expect(sum(Object.values(points))).toBe(1000);
});

test.each(exercises)('$id is worth what the course says, in whole points', ({ id, checks }) => {
  expect(checks.every((check) => Number.isInteger(check.points) && check.points > 0)).toBe(true);
  expect(sum(checks.map((check) => check.points))).toBe(points[id as keyof typeof points]);
});

test.each(exercises)('$id needs only exercises before it', ({ id, needs }) => {
  expect(needs.filter((other) => other >= id)).toEqual([]);
});
