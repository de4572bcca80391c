import type { VariantOf } from '../diagnosis/diagnose.ts';
import { variantSource } from '../diagnosis/variant.ts';
import type { Exercise } from '../model/exercise.ts';
import type { GuestModule, Sandbox, Session } from '../sandbox/index.ts';
import { houseOf } from './house.ts';

/**
 * The course's own code made ready for guests: drivers, and the misconceptions. Compiled once, however many
 * submissions are graded.
 */
export class Workbench {
  private readonly sandbox: Sandbox;
  private readonly compiled = new Map<string, Promise<string>>();

  constructor(sandbox: Sandbox) {
    this.sandbox = sandbox;
  }

  /** The driver of an exercise, when it has one, under the id of the module that it drives. */
  async driver({ id, driver }: Exercise, module: string): Promise<GuestModule[]> {
    if (driver === undefined) return [];
    return [{ id: module, role: 'driver', engine: true, code: await this.compile(`${id}/driver`, driver) }];
  }

  /** Misconceptions run as submissions do: in a guest, driven by the same driver. */
  variantsOf(exercise: Exercise, session: Session): VariantOf {
    return async (misconception) => {
      const id = `${exercise.id}~${misconception.id}`;
      const code = await this.compile(id, variantSource(exercise, misconception));
      const modules = [
        ...(await this.driver(exercise, id)),
        { id, role: 'submission' as const, engine: true, code },
      ];
      return session.subject(modules, houseOf(exercise));
    };
  }

  private compile(name: string, source: string): Promise<string> {
    const known = this.compiled.get(name) ?? this.transpile(name, source);
    this.compiled.set(name, known);
    return known;
  }

  private async transpile(name: string, source: string): Promise<string> {
    const transpiled = await this.sandbox.transpile(source);
    if (transpiled.kind === 'refused') throw new Error(`${name}: ${transpiled.why}`);
    return transpiled.code;
  }
}
