/** A solution of the course has about 5 KB. */
export const maxFileBytes = 256 * 1024;

/** Brackets within brackets. Parsers recurse, and a file of nothing but `[` has brought down more than one. */
export const maxNesting = 200;

/** Files and folders of a submission, `node_modules` apart. */
export const maxEntries = 10_000;

/** Names, comments and extra fields of an archive's entries together: each may have 64 KB, and 10,000 of them 2 GB. */
export const maxDirectoryBytes = 8 * 1024 * 1024;
