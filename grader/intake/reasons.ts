import { maxFileBytes } from './limits.ts';

// Each goes on after the file's name, and is the same for a folder and an archive of it.
export const isLink = 'is a link or lies in a linked folder: hand in the file itself';
export const isHardLink = 'is a hard link to another file: hand in a copy';
export const isFolder = 'is a folder: hand in a file of that name';
export const isSpecial = 'is a pipe, socket or device: hand in a regular file';
export const isTooLarge = `is larger than ${maxFileBytes / 1024} KB: hand in only your own code`;
export const isEncrypted = 'is encrypted: make the archive without a password';
export const isDamaged = 'is damaged inside the archive: make the archive again';
export const isUnsafe = 'a path that can leave the folder: make the archive again';
