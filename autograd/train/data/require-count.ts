/** @throws RangeError unless `n` is a whole number of 1 or more */
export function requireCount(where: string, what: string, n: number): void {
  if (Number.isInteger(n) && n >= 1) return;
  throw new RangeError(`${where}: ${what} is a whole number of 1 or more, not ${n}.`);
}
