export function noToken(token: string): RangeError {
  return new RangeError(
    `Vocabulary: the token ${JSON.stringify(token)} is unknown.\n  Build the vocabulary of all data, or give it '<unk>' among the specials for tokens that training has not seen.`,
  );
}

export function noId(id: number, size: number): RangeError {
  return new RangeError(
    `Vocabulary: there is no token ${id}.\n  Ids are whole numbers from 0 to ${size - 1}.`,
  );
}

export function tokenTwice(token: string): RangeError {
  return new RangeError(
    `Vocabulary: the token ${JSON.stringify(token)} stands there twice.\n  Each token has one id; vocabulary(tokens) counts tokens that repeat.`,
  );
}

export function noShares(shares: Readonly<Record<string, number>>): RangeError {
  const each = Object.entries(shares).map(([name, share]) => `${name} ${share}`);
  return new RangeError(
    `splitExamples: shares are 0 or more and sum to 1; here are ${each.join(', ') || 'none'}.\n  For example { train: 0.8, validation: 0.1, test: 0.1 }.`,
  );
}

export function moreStreamsThanTokens(batch: number, count: number): RangeError {
  return new RangeError(
    `tokenStreams: ${count} tokens do not fill ${batch} streams.\n  Take a batch of ${count} or fewer, or more text.`,
  );
}

export function raggedStreams(first: number, other: number, at: number): RangeError {
  return new RangeError(
    `tokenWindows: stream ${at} has ${other} tokens, stream 0 has ${first}.\n  tokenStreams(tokens, batch) cuts streams of one length.`,
  );
}

export function nothingToStandardise(): RangeError {
  return new RangeError('standardise: an empty series has no mean.\n  Fit it on the training part.');
}
