import type { Outcome, Subject } from '../model/subject.ts';
import type { Guest, Question } from './guest.ts';

/** Code that a guest is to hold, under the name by which it is called. */
export interface GuestModule {
  id: string;
  role: 'submission' | 'driver';
  /** Whether it may import values from `#autograd`. */
  engine: boolean;
  code: string;
}

/** A guest, and what loading each module into it came to. */
interface Room {
  guest: Guest;
  loaded: Map<string, Outcome>;
}

/** How long one session may keep the grader waiting, all its answers together. */
const MS_PER_SESSION = 120_000;

/**
 * The guest of one submission. A guest that was killed is replaced by a fresh one, into which each module is loaded
 * again when it is next called.
 */
export class Session {
  private room: Room;
  private msLeft = MS_PER_SESSION;
  private readonly start: () => Guest;

  constructor(start: () => Guest) {
    this.start = start;
    this.room = { guest: start(), loaded: new Map() };
  }

  /** A subject for the modules that share one id, the driver first. */
  subject(modules: GuestModule[]): Subject {
    const { id } = modules[0]!;
    return {
      call: (name, inputs, options) =>
        this.ask(modules, { ask: 'call', module: id, name, inputs, after: options?.after ?? false }),
      vjp: (name, inputs) => this.ask(modules, { ask: 'vjp', module: id, name, inputs }),
    };
  }

  /** What loading came to: an answer with the names of the functions, or what went wrong. */
  load(modules: GuestModule[]): Promise<Outcome> {
    return this.loadInto(this.current(), modules);
  }

  close(): void {
    this.room.guest.kill();
  }

  private async ask(modules: GuestModule[], question: Question): Promise<Outcome[]> {
    const room = this.current();
    const outcome = await this.loadInto(room, modules);
    return outcome.kind === 'answer' ? this.waitFor(room.guest, question) : [outcome];
  }

  private async loadInto({ guest, loaded }: Room, modules: GuestModule[]): Promise<Outcome> {
    let outcome = loaded.get(modules[0]!.id);
    for (const { id, ...module } of outcome ? [] : modules) {
      [outcome] = await this.waitFor(guest, { ask: 'load', module: id, ...module });
      loaded.set(id, outcome!);
      if (outcome!.kind !== 'answer') break;
    }
    return outcome!;
  }

  private async waitFor(guest: Guest, question: Question): Promise<Outcome[]> {
    if (this.msLeft <= 0) return [{ kind: 'timeout', ms: MS_PER_SESSION }];
    const start = performance.now();
    try {
      return await guest.ask(question, this.msLeft);
    } finally {
      this.msLeft -= performance.now() - start;
    }
  }

  private current(): Room {
    if (this.room.guest.isOver) this.room = { guest: this.start(), loaded: new Map() };
    return this.room;
  }
}
