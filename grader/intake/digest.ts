import { createHash } from 'node:crypto';
import type { Submission } from '../model/submission.ts';

/** SHA-256 in hexadecimal over what was read, by exercise: the same for a folder and an archive of it. */
export function digestOf(files: Submission['files']): string {
  const parts = [...files].map(([id, file]) => [
    id,
    file.kind,
    file.kind === 'source' ? file.text : file.why,
  ]);
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
