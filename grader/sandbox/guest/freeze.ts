/** Nobody changes the language under the grader's or another exercise's feet. */

const GONE = ['WebAssembly', 'SharedArrayBuffer', 'Atomics', 'FinalizationRegistry', 'WeakRef', 'Date', 'gc'];

/** Removes what an exercise has no use for, gives a silent console, and freezes all that can be reached. */
export function freezeRealm(engine: object): void {
  const realm = globalThis as unknown as Record<string, unknown>;
  for (const name of GONE) delete realm[name];
  // without a limit there are no traces: Node's own code would format them, and fail there when the stack is full
  delete (Error as Partial<ErrorConstructor>).stackTraceLimit;
  const silent = () => {};
  realm.console = { log: silent, info: silent, warn: silent, error: silent, debug: silent, table: silent };
  for (const prototype of overridden()) allowOverrides(prototype);
  freezeDeep(globalThis);
  // the names of a module are getters, behind which `freezeDeep` does not look
  for (const exported of [engine, ...Object.values(engine)]) freezeDeep(exported);
  for (const hidden of hiddenIntrinsics()) freezeDeep(hidden);
}

/** Prototypes whose properties ordinary code overrides in instances: `toString`, `name`, `constructor`. */
function overridden(): object[] {
  const errors = Object.values(Object.getOwnPropertyDescriptors(globalThis))
    .map(({ value }) => value?.prototype as unknown)
    .filter((prototype) => prototype instanceof Error);
  return [Object.prototype, Function.prototype, Error.prototype, ...errors];
}

/** Prototypes that no global name leads to. */
function hiddenIntrinsics(): object[] {
  const iterators = [
    [][Symbol.iterator](),
    new Map().entries(),
    new Set().values(),
    ''[Symbol.iterator](),
    'a'.matchAll(/a/g),
  ];
  const functions = [function* () {}, async () => {}, async function* () {}];
  return [...iterators, ...functions].map((value) => Object.getPrototypeOf(value) as object);
}

/**
 * A frozen prototype would forbid `error.name = 'X'` on every instance. As accessors its properties stay fixed
 * themselves, and an assignment to an instance makes an own property as usual.
 */
function allowOverrides(prototype: object): void {
  for (const key of Reflect.ownKeys(prototype)) {
    const { value, writable, configurable } = Object.getOwnPropertyDescriptor(prototype, key)!;
    if (!writable || !configurable) continue;
    Object.defineProperty(prototype, key, {
      get: () => value as unknown,
      set(this: object, replacement: unknown) {
        if (this === prototype) return;
        Object.defineProperty(this, key, {
          value: replacement,
          writable: true,
          enumerable: true,
          configurable: true,
        });
      },
    });
  }
}

function freezeDeep(root: unknown): void {
  const queue: unknown[] = [root];
  const visited = new Set<unknown>();
  while (queue.length > 0) {
    const value = queue.pop();
    if ((typeof value !== 'object' && typeof value !== 'function') || value === null || visited.has(value))
      continue;
    visited.add(value);
    if (!ArrayBuffer.isView(value)) Object.freeze(value);
    queue.push(Object.getPrototypeOf(value));
    for (const descriptor of Object.values(Object.getOwnPropertyDescriptors(value))) {
      queue.push(descriptor.value, descriptor.get, descriptor.set);
    }
  }
}
