import { createHmac, randomBytes } from 'node:crypto';

/**
 * The seed of one check. It depends on the submission, so two students get different inputs, and on the course seed,
 * which is in no kit, so nobody can compute it beforehand.
 */
export function checkSeed(
  courseSeed: string,
  submissionDigest: string,
  exercise: string,
  check: string,
): number {
  return createHmac('sha256', courseSeed)
    .update(`${submissionDigest}\0${exercise}\0${check}`)
    .digest()
    .readInt32LE(0);
}

export function chooseSeed(given: string | undefined): string {
  return given ?? process.env.GRADSCHOOL_SEED ?? randomBytes(16).toString('hex');
}
