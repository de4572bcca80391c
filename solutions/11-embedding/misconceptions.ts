import type { Misconception } from '#checks';

export const misconceptions: Misconception[] = [
  {
    id: 'overwrites',
    name: 'a word that comes twice keeps only its last gradient',
    explanation:
      'A row that was used twice reaches the loss on two ways, and the gradients of all ways add up. Writing the second over the first forgets what the first occurrence had to say.',
    replace: [['dW[id]![e]! += ', 'dW[id]![e] = ']],
  },
  {
    id: 'averages',
    name: 'the gradients of a repeated word are averaged',
    explanation:
      'The chain rule sums over the ways to the loss. Dividing by their number would make a frequent word learn no more than a rare one.',
    replace: [
      ['dW[id]![e]! += slope;', 'dW[id]![e]! += slope / ids.filter((other) => other === id).length;'],
    ],
  },
  {
    id: 'off-by-one',
    name: 'ids are counted from 1',
    explanation:
      'The first word has the id 0 and the first row. Counted from 1, every word gets its neighbour’s row, and the last one none at all.',
    replace: [
      [
        'return indexSelect(W, 0, ids);',
        'return indexSelect(W, 0, ids.map((id) => (id + W.shape[0]! - 1) % W.shape[0]!));',
      ],
      ['dW[id]![e]! += ', 'dW[(id + vocabulary - 1) % vocabulary]![e]! += '],
    ],
  },
  {
    id: 'ids-unchecked',
    name: 'an id that has no row is read silently',
    explanation:
      'A negative id may count from the end and a large one may give nothing at all, so a mistake in the data goes on as numbers. An id that is no whole number from 0 to V − 1 is refused with a RangeError.',
    replace: [
      [
        '!(Number.isInteger(id) && id >= 0 && id < vocabulary)',
        '!(id < vocabulary || id >= vocabulary || id !== id)',
      ],
      [
        'return indexSelect(W, 0, ids);',
        'return indexSelect(W, 0, ids.map((id) => (Math.trunc(Math.abs(id)) || 0) % W.shape[0]!));',
      ],
      ['dW[id]![e]! += ', 'dW[(Math.trunc(Math.abs(id)) || 0) % vocabulary]![e]! += '],
    ],
  },
  {
    id: 'negative-ids',
    name: 'a negative id counts from the end',
    explanation:
      'The engine’s own lookup reads −1 as the last row, as Python does. Here an id names a word, and no word has a negative number.',
    replace: [
      ['id >= 0 && id < vocabulary', 'id >= -vocabulary && id < vocabulary'],
      ['dW[id]![e]! += ', 'dW.at(id)![e]! += '],
    ],
  },
  {
    id: 'shape-of-dy',
    name: 'the gradient has the shape of dY in place of the table’s',
    explanation:
      'A gradient has the shape of what it belongs to, and this one belongs to the table: one row for each word of the vocabulary, zeros for those that did not occur. One row for each id is the gradient of the result.',
    replace: [['  return tensor(dW);', '  return dY.add(0);']],
  },
  {
    id: 'counts',
    name: 'occurrences are counted, and dY is ignored',
    explanation:
      'Each occurrence passes on what came in from above, not 1. The gradient that comes in is a factor of all that goes back.',
    replace: [['+= slope;', '+= 1;']],
  },
  {
    id: 'cut',
    name: 'the lookup leaves the graph',
    explanation:
      'Rows that are copied as bare numbers have no way back to the table, so nothing of it is ever learned. Look rows up with a function of the engine.',
    replace: [['return indexSelect(W, 0, ids);', 'return indexSelect(W, 0, ids).detach();']],
  },
];
