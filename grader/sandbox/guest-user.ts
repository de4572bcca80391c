/** User and group of programs in a jail, also as they are seen in it. */
export const NOBODY = 65534;

/** As whom guests run: when the grader is root, as somebody else. */
export function guestUser(): number | undefined {
  return process.getuid?.() === 0 ? NOBODY : undefined;
}
