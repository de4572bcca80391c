import type { Outcome, Subject } from '../model/subject.ts';
import type { Guest } from './guest.ts';

/** Code that a guest is to hold, under the name by which it is called. */
export interface GuestModule {
  id: string;
  role: 'submission' | 'driver';
  /** Whether it may import values from `#autograd`. */
  engine: boolean;
  code: string;
}

/**
 * The guest of one submission. A guest that was killed is replaced by a fresh one, into which each module is loaded
 * again when it is next called.
 */
export class Session {
  private guest: Guest | undefined;
  private readonly start: () => Guest;
  private readonly loaded = new Map<string, Outcome>();

  constructor(start: () => Guest) {
    this.start = start;
    this.guest = start();
  }

  /** A subject for the modules that share one id, the driver first. */
  subject(modules: GuestModule[]): Subject {
    const { id } = modules[0]!;
    return {
      call: (name, inputs, options) =>
        this.ask(modules, (guest) =>
          guest.ask({ ask: 'call', module: id, name, inputs, after: options?.after ?? false }),
        ),
      vjp: (name, inputs) =>
        this.ask(modules, (guest) => guest.ask({ ask: 'vjp', module: id, name, inputs })),
    };
  }

  /** What loading came to: an answer with the names of the functions, or what went wrong. */
  async load(modules: GuestModule[]): Promise<Outcome> {
    const { id } = modules[0]!;
    const guest = this.current();
    let outcome = this.loaded.get(id);
    if (outcome) return outcome;
    for (const module of modules)
      [outcome] = await guest.ask({ ask: 'load', module: module.id, ...withoutId(module) });
    this.loaded.set(id, outcome!);
    return outcome!;
  }

  close(): void {
    this.guest?.kill();
  }

  private async ask(
    modules: GuestModule[],
    question: (guest: Guest) => Promise<Outcome[]>,
  ): Promise<Outcome[]> {
    const outcome = await this.load(modules);
    return outcome.kind === 'answer' ? question(this.current()) : [outcome];
  }

  private current(): Guest {
    if (!this.guest?.alive) {
      this.loaded.clear();
      this.guest = this.start();
    }
    return this.guest;
  }
}

function withoutId({ role, engine, code }: GuestModule) {
  return { role, engine, code };
}
