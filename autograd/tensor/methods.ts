import { backward } from './backward.ts';
import { methods } from './ops/table.ts';
import { Tensor } from './tensor.ts';

// biome-ignore lint/suspicious/noExplicitAny: any operand, which the method drops
type Bound<F> = F extends (x: any, ...rest: infer Rest) => infer Y ? (...rest: Rest) => Y : never;

/** Every op of the table as a method: the function without its first operand. */
export type Methods = { [Name in keyof typeof methods]: Bound<(typeof methods)[Name]> } & {
  /** See `backward`. */
  backward: Bound<typeof backward>;
};

for (const [name, op] of Object.entries({ ...methods, backward })) {
  const f: (x: Tensor, ...rest: never[]) => unknown = op;
  Object.defineProperty(Tensor.prototype, name, {
    configurable: true, // as a class has its own
    value(this: Tensor, ...rest: never[]) {
      return f(this, ...rest);
    },
  });
}
