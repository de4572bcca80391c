const SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

/**
 * A number in English words, as Americans say it: 742 is `seven hundred forty two`.
 *
 * @throws RangeError unless it is a whole number from 0 to 999,999
 */
export function numberWords(number: number): string[] {
  if (!Number.isInteger(number) || number < 0 || number > 999_999)
    throw new RangeError(`numberWords: ${number} is no whole number from 0 to 999999.`);
  return number === 0 ? [SMALL[0]] : wordsOf(number);
}

/** Nothing is said for 0. */
function wordsOf(number: number): string[] {
  if (number === 0) return [];
  if (number < 20) return [SMALL[number]];
  if (number < 100) return [TENS[Math.floor(number / 10)], ...wordsOf(number % 10)];
  const [unit, name] = number < 1000 ? [100, 'hundred'] : [1000, 'thousand'];
  return [...wordsOf(Math.floor(number / unit)), name, ...wordsOf(number % unit)];
}
