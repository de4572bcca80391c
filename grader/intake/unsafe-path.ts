/** Whether a stored path could leave the folder it is unpacked in, on any system. */
export function isUnsafePath(path: string): boolean {
  return /^\/|^[a-z]:|\\|\0/i.test(path) || path.split('/').includes('..');
}
