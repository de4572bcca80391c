import { message } from '../../tensor/errors.ts';
import { SafetensorsError } from '../safetensors-error.ts';

/** What the system says: `code` is its name for it, as `ENOENT`. */
export type SystemError = Error & { code?: string };

/** A file that was to be written or read, and by what call. */
export interface Access {
  call: 'saveTensors' | 'loadTensors' | 'checkpointFile';
  /** The whole path. */
  file: string;
  folder: string;
}

type Reason = [what: string, advice: string];

export function noFolder({ call, ...at }: Access): Error {
  return new Error(message(call, ...missingFolder(at)));
}

export function notSaved({ call, ...at }: Access, bytes: number, cause: SystemError): Error {
  return new Error(message(call, ...whyNotSaved(at, bytes, cause)), { cause });
}

export function notLoaded({ call, ...at }: Access, cause: SystemError): Error {
  return new Error(message(call, ...whyNotLoaded(at, cause)), { cause });
}

/** Whether `notLoaded` gave this error because there is no such file. */
export function isAbsence(error: unknown): boolean {
  return ((error as Error).cause as SystemError | undefined)?.code === 'ENOENT';
}

export function noTensors({ call, file }: Access, cause: SafetensorsError): SafetensorsError {
  return new SafetensorsError(message(call, `${file} holds no tensors that can be read.`, cause.message), {
    cause,
  });
}

type Place = Omit<Access, 'call'>;

function whyNotSaved(at: Place, bytes: number, cause: SystemError): Reason {
  switch (cause.code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return missingFolder(at);
    case 'EISDIR':
      return isFolder(at);
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return [
        `no permission to make a file in ${at.folder}, to take the place of ${at.file}.`,
        'Choose another folder, or let this user write there.',
      ];
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return [
        `no room for ${bytes} bytes at ${at.file}.`,
        'What was there before is still there. Make room, or choose another disk.',
      ];
    default:
      return [
        `saving ${at.file} failed: ${cause.message}.`,
        'The file there is the new one or the one before, whole.',
      ];
  }
}

function whyNotLoaded(at: Place, cause: SystemError): Reason {
  switch (cause.code) {
    case 'ENOENT':
      return [
        `there is no file ${at.file}.`,
        'A path without / in front starts in the folder that the program was started in.',
      ];
    case 'ENOTDIR':
      return missingFolder(at);
    case 'EISDIR':
      return isFolder(at);
    case 'EACCES':
    case 'EPERM':
      return [`no permission to read ${at.file}.`, 'Let this user read it: chmod +r does.'];
    default:
      return [`reading ${at.file} failed: ${cause.message}.`, 'Can other programs read it?'];
  }
}

function missingFolder({ file, folder }: Place): Reason {
  return [
    `there is no folder ${folder} for ${file}.`,
    'mkdirSync(folder, { recursive: true }) of node:fs makes it.',
  ];
}

function isFolder({ file }: Place): Reason {
  return [`${file} is a folder.`, 'Name a file in it, as weights.safetensors.'];
}
