/** Clocks, code that is not JavaScript, memory that is shared, and what tells of the garbage collector. */
const GONE = [
  ...['Date', 'Intl', 'Temporal', 'WebAssembly', 'SharedArrayBuffer', 'Atomics', 'ShadowRealm'],
  ...['FinalizationRegistry', 'WeakRef', 'gc'],
];

/** Removes what an exercise has no use for, gives a silent console, and lets instances differ from frozen prototypes. */
export function tidyRealm(): void {
  const realm = globalThis as unknown as Record<string, unknown>;
  for (const name of GONE) delete realm[name];
  // without a limit there are no traces: Node's own code would format them, and fail there when the stack is full
  delete (Error as Partial<ErrorConstructor>).stackTraceLimit;
  const silent = () => {};
  realm.console = { log: silent, info: silent, warn: silent, error: silent, debug: silent, table: silent };
  for (const prototype of overridden()) allowOverrides(prototype);
}

/** Prototypes whose properties ordinary code overrides in instances: `toString`, `name`, `constructor`. */
function overridden(): object[] {
  const errors = Object.values(Object.getOwnPropertyDescriptors(globalThis))
    .map(({ value }) => value?.prototype as unknown)
    .filter((prototype) => prototype instanceof Error);
  return [Object.prototype, Function.prototype, Error.prototype, ...errors];
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
