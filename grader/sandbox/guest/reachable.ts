/** Every object that code can get hold of from these on, by properties, accessors and prototypes. */
export function reachableFrom(roots: unknown[]): object[] {
  const found = new Set<object>();
  const queue = [...roots];
  while (queue.length > 0) {
    const value = queue.pop();
    if (!isObject(value) || found.has(value)) continue;
    found.add(value);
    queue.push(Object.getPrototypeOf(value));
    for (const key of Reflect.ownKeys(value)) {
      const held = Object.getOwnPropertyDescriptor(value, key)!;
      queue.push(held.value, held.get, held.set);
    }
  }
  return [...found];
}

function isObject(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}

/** Values of the language whose prototypes no global name leads to. */
export function unnamedValues(): unknown[] {
  const { Iterator } = globalThis as { Iterator?: { from(items: unknown): { map?(f: unknown): unknown } } };
  const iterators = [
    [][Symbol.iterator](),
    new Map().entries(),
    new Set().values(),
    ''[Symbol.iterator](),
    'a'.matchAll(/a/g),
    Iterator?.from({ next() {} }),
    Iterator?.from([]).map?.((item: unknown) => item),
  ];
  return [...iterators, function* () {}, async () => {}, async function* () {}];
}
