import { message, show } from '../../tensor/errors.ts';
import type { Numbering } from '../ids.ts';

export function noSuchId(
  where: string,
  id: number,
  place: readonly number[],
  { kind, count, except }: Numbering,
): RangeError {
  const at = place.length > 0 ? `, which stands at ${show(place)}` : '';
  const or = except === undefined ? '' : `, or ${except} for places that do not count`;
  const plural = kind === 'row' ? 'Ids' : 'Targets';
  return new RangeError(
    message(
      where,
      `there is no ${kind} ${id}${at}.`,
      `${plural} are whole numbers from 0 to ${count - 1}${or}.`,
    ),
  );
}
