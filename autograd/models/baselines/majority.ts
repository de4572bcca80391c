import { Counts } from './counts.ts';

/**
 * The commonest of some labels, which is what to say of everything when nothing is known of it; of equals the first.
 *
 * @throws RangeError when there are none
 */
export function majority<Label>(labels: Iterable<Label>): Label {
  const counts = new Counts<Label>();
  for (const label of labels) counts.add(label);
  if (counts.total === 0) throw new RangeError('majority: there are no labels.');
  return counts.mostFrequent()!;
}
