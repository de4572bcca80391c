/** What a student handed in for one exercise. An exercise without a file has no entry. */
export type SubmittedFile =
  | { kind: 'source'; text: string }
  /** Found, but not safe or not possible to read; `why` tells the student. */
  | { kind: 'refused'; why: string };

export interface Submission {
  /** The folder's or archive's name. */
  id: string;
  /** SHA-256 over the files by exercise, the same for a folder and an archive of it. */
  digest: string;
  /** By exercise id. */
  files: Map<string, SubmittedFile>;
}
