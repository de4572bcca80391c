import { message, show } from '../../tensor/errors.ts';
import type { Numbering } from '../ids.ts';

export function noSuchId(
  where: string,
  id: number,
  place: readonly number[],
  { kind, count, except }: Numbering,
): RangeError {
  const at = place.length > 0 ? ` at ${show(place)}` : '';
  const or = except === undefined ? '' : `, or ${except} for places that do not count`;
  return new RangeError(
    message(
      where,
      `there is no ${kind} ${id}, as the ids have it${at}.`,
      `Ids are whole numbers from 0 to ${count - 1}${or}.`,
    ),
  );
}
