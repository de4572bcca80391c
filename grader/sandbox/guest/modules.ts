/** The modules of a guest: submissions, and the drivers that stand before some of them. */
export type Exports = Record<string, unknown>;
export type Wrapper = (
  exports: Exports,
  require: (name: string) => unknown,
  module: { exports: Exports },
) => void;

/** A driver turns plain data into use of a class or a callback. */
interface Driver {
  drive(student: Exports): Record<string, (...args: unknown[]) => unknown>;
  /** The exports that each driven function makes use of. */
  needs: Record<string, string[]>;
}

interface Module {
  exports: Exports;
  driver?: Driver;
  driven?: Record<string, (...args: unknown[]) => unknown>;
}

export class Modules {
  private readonly loaded = new Map<string, Module>();
  private readonly engine: object;
  private readonly allowed: object;

  /** `allowed` is what a submission may have of the engine. */
  constructor(engine: object, allowed: object) {
    this.engine = engine;
    this.allowed = allowed;
  }

  /** @returns the names of the exported functions */
  load(
    asked: { module: string; role: 'submission' | 'driver'; engine: boolean },
    wrapper: Wrapper,
  ): string[] {
    const module = { exports: {} as Exports };
    const engine = asked.role === 'driver' ? this.engine : this.allowed;
    wrapper(module.exports, (name) => required(name, asked.engine ? engine : undefined), module);
    const known = this.loaded.get(asked.module);
    if (asked.role === 'driver')
      this.loaded.set(asked.module, { ...module, exports: {}, driver: module.exports as never });
    else
      this.loaded.set(
        asked.module,
        known?.driver ? { exports: module.exports, driver: known.driver } : module,
      );
    return Object.keys(module.exports).filter((name) => typeof module.exports[name] === 'function');
  }

  /** The function that answers to a name, or the name of what is missing. */
  find(id: string, name: string): ((...args: unknown[]) => unknown) | string {
    const module = this.loaded.get(id);
    if (!module) return id;
    if (!module.driver) return isFunction(module.exports[name]) ? module.exports[name] : name;
    const missing = module.driver.needs[name]?.find((needed) => !isFunction(module.exports[needed]));
    if (missing) return missing;
    module.driven ??= module.driver.drive(module.exports);
    return module.driven[name] ?? name;
  }
}

function required(name: string, engine: object | undefined): object {
  if (name !== '#autograd') throw new Error(`import of '${name}': only #autograd can be imported`);
  if (!engine) throw new Error('this exercise is solved without importing values from #autograd');
  return engine;
}

function isFunction(value: unknown): value is (...args: unknown[]) => unknown {
  return typeof value === 'function';
}
