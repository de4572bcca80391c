/** Nothing of the submission can be read. The message is one line: what, where, and what to do next. */
export class IntakeError extends Error {
  override name = 'IntakeError';
}
