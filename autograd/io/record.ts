/**
 * An object that has these names and no others.
 *
 * Names come from a file, so it has no prototype: `__proto__` is a name like any other, and `toString` is absent.
 */
export function recordOf<T>(entries: Iterable<readonly [string, T]>): Record<string, T> {
  const record: Record<string, T> = Object.create(null);
  for (const [name, value] of entries) record[name] = value;
  return record;
}
