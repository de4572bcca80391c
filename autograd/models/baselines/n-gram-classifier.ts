import { NGram } from './n-gram.ts';

/** Words in their order, and their class. */
interface Labelled<Label> {
  words: readonly string[];
  label: Label;
}

/**
 * An n-gram model of what each class says, and the rule of Bayes: words are of the class
 *
 *     argmax_c  ln P(c) + ln P(words | c)
 *
 * of equals the first. Order 1 counts words, and is the multinomial naive Bayes.
 *
 * @returns a function from words to their class
 * @throws RangeError when there are no examples, and as `NGram`
 */
export function nGramClassifier<Label>(
  examples: readonly Labelled<Label>[],
  order: number,
): (words: readonly string[]) => Label {
  if (examples.length === 0) throw new RangeError('nGramClassifier: there are no examples.');
  const classes = [...new Set(examples.map(({ label }) => label))].map((label) => {
    const own = examples.filter((example) => example.label === label);
    const model = new NGram(order).fit(own.map(({ words }) => words));
    const share = Math.log(own.length / examples.length);
    return { label, score: (words: readonly string[]) => share + model.logProbability(words) };
  });
  return (words) => {
    const scores = classes.map(({ score }) => score(words));
    return classes[scores.indexOf(Math.max(...scores))].label;
  };
}
