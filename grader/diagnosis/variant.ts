import type { Exercise, Misconception } from '../model/exercise.ts';

/** The solution as somebody with the misconception would have written it. @throws when a text does not occur exactly once */
export function variantSource({ id, solution }: Exercise, misconception: Misconception): string {
  return misconception.replace.reduce((text, [before, after]) => {
    const count = text.split(before).length - 1;
    if (count !== 1)
      throw new Error(
        `${id}, misconception '${misconception.id}': "${before}" occurs ${count} times in the solution, not once`,
      );
    return text.replace(before, () => after);
  }, solution);
}
