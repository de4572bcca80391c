/** What reading one file came to; `why` goes on after the file's name. */
export type Contents = { kind: 'bytes'; bytes: Uint8Array } | { kind: 'refused'; why: string };

/** Something that lies in a submission, whether in a folder or in an archive. Only `read` opens it. */
export interface Entry {
  /** From the submission's root, with `/`, as it is stored: nothing about it is trusted. */
  path: string;
  kind: 'file' | 'folder' | 'link' | 'special';
  read(): Promise<Contents>;
}

export function refused(why: string): Contents {
  return { kind: 'refused', why };
}
