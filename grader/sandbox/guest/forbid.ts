/** What an exercise forbids does not exist in its realm, so that a way round the rules leads nowhere. */

/** The engine's exports by name. */
export type Engine = Record<string, unknown>;

/**
 * Takes away what is forbidden: `Math.tanh` from the global object, `softmax` from the engine and its table of ops,
 * `.backward` from everything that has it.
 *
 * @param objects all that is in reach
 * @throws when something cannot be taken away
 */
export function forbid(forbidden: string[], engine: Engine, objects: object[]): void {
  for (const name of forbidden) {
    if (name.startsWith('.')) for (const object of objects) take(name.slice(1), object);
    else for (const root of [globalThis, engine, engine.ops]) take(name, root);
  }
}

/** `a.b` is the `b` of what `root` has as `a`. */
function take(path: string, root: unknown): void {
  const [name, ...rest] = path.split('.') as [string, ...string[]];
  const owner = root as Record<string, unknown> | undefined;
  if (!owner || !Object.hasOwn(owner, name)) return;
  if (rest.length > 0) take(rest.join('.'), owner[name]);
  else if (!Reflect.deleteProperty(owner, name)) throw new Error(`${path} cannot be forbidden`);
}

const GRADIENTS = new Set(['.backward', 'backward', 'grad']);

/** Where gradients are computed by hand no graph may be recorded, from which they could be had as well. */
export function forbidsGradients(forbidden: string[]): boolean {
  return forbidden.some((name) => GRADIENTS.has(name));
}
