import { message } from '../../tensor/errors.ts';
import { SafetensorsError } from '../safetensors-error.ts';

export const IS_IT_WHOLE = 'Was the file written to its end, and copied or downloaded whole?';

/** What is wrong with a file, where, and on the next line what may help. */
export function unreadable(what: string, advice: string, options?: ErrorOptions): SafetensorsError {
  return new SafetensorsError(message('readSafetensors', what, advice), options);
}

/** Why tensors do not become a file. */
export function unwritable(what: string, advice: string): SafetensorsError {
  return new SafetensorsError(message('writeSafetensors', what, advice));
}
