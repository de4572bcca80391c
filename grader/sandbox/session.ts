import type { ExerciseLimits, Limits } from '../model/limits.ts';
import type { Outcome, Subject } from '../model/subject.ts';
import { type Budget, budgetOf, overrun } from './budget.ts';
import type { Guest, Question } from './guest.ts';

/** Code that a guest is to hold, under the name by which it is called. */
export interface GuestModule {
  id: string;
  role: 'submission' | 'driver';
  /** Whether it may import values from `#autograd`. */
  engine: boolean;
  code: string;
}

/** Where modules live: an exercise has a language, an engine and limits of its own. */
export interface House {
  /** Modules of one name live together; what one realm does is seen in no other. */
  realm: string;
  /** What does not exist there: `Math.tanh`, an export of the engine such as `grad`, a member such as `.backward`. */
  forbidden: string[];
  limits: ExerciseLimits;
}

/** A guest, the realms in it, and what loading each module came to. */
interface Room {
  guest: Guest;
  realms: Set<string>;
  loaded: Map<string, Outcome>;
}

const NOTHING = { wall: 0, processor: 0, bytes: 0 };

/**
 * The guest of one submission. A guest that was killed is replaced by a fresh one, into which each module is loaded
 * again when it is next called. Who finds no memory where others live too is asked once more in a guest of their own:
 * what one exercise holds costs another nothing.
 */
export class Session {
  private readonly take: () => Guest;
  private readonly limits: Limits;
  private readonly submission: Budget;
  private readonly exercises = new Map<string, Budget>();
  private room: Room | undefined;

  constructor(take: () => Guest, limits: Limits) {
    this.take = take;
    this.limits = limits;
    this.submission = budgetOf('submission', limits.submission);
  }

  /** A subject for the modules that share one id, the driver first. */
  subject(modules: GuestModule[], house = this.houseOf(modules)): Subject {
    const { id } = modules[0]!;
    return {
      call: (name, inputs, options) =>
        this.ask(modules, house, { ask: 'call', module: id, name, inputs, after: options?.after ?? false }),
      vjp: (name, inputs) => this.ask(modules, house, { ask: 'vjp', module: id, name, inputs }),
    };
  }

  /** What loading came to: an answer with the names of the functions, or what went wrong. */
  async load(modules: GuestModule[], house = this.houseOf(modules)): Promise<Outcome> {
    const [outcome] = await this.inRoom(house, async (room) => [await this.loadInto(room, modules, house)]);
    return outcome!;
  }

  close(): void {
    this.room?.guest.kill();
  }

  private ask(modules: GuestModule[], house: House, question: Question): Promise<Outcome[]> {
    return this.inRoom(house, async (room) => {
      const outcome = await this.loadInto(room, modules, house);
      return outcome.kind === 'answer' ? this.put(question, room.guest, house) : [outcome];
    });
  }

  private async inRoom(house: House, work: (room: Room) => Promise<Outcome[]>): Promise<Outcome[]> {
    const room = this.current();
    const outcomes = await work(room);
    const isShared = [...room.realms].some((realm) => realm !== house.realm);
    return isShared && outcomes.at(-1)?.kind === 'out-of-memory' ? work(this.current()) : outcomes;
  }

  private async loadInto(room: Room, modules: GuestModule[], house: House): Promise<Outcome> {
    const { guest, realms, loaded } = room;
    const { realm, forbidden } = house;
    realms.add(realm);
    const key = `${realm} ${modules[0]!.id}`;
    let outcome = loaded.get(key);
    for (const { id, ...module } of outcome ? [] : modules) {
      [outcome] = await this.put({ ask: 'load', module: id, forbidden, ...module }, guest, house);
      loaded.set(key, outcome!);
      if (outcome!.kind !== 'answer') break;
    }
    return outcome!;
  }

  private async put(question: Question, guest: Guest, { realm, limits }: House): Promise<Outcome[]> {
    const exercise = this.exercises.get(realm) ?? budgetOf('exercise', limits.exercise);
    this.exercises.set(realm, exercise);
    const over = overrun(exercise, NOTHING) ?? overrun(this.submission, NOTHING);
    if (over) return [over];
    const number = [...this.exercises.keys()].indexOf(realm);
    return guest.ask(question, number, [budgetOf('call', limits.call), exercise, this.submission]);
  }

  private current(): Room {
    if (!this.room || this.room.guest.isOver)
      this.room = { guest: this.take(), realms: new Set(), loaded: new Map() };
    return this.room;
  }

  private houseOf(modules: GuestModule[]): House {
    return { realm: modules[0]!.id, forbidden: [], limits: this.limits };
  }
}
