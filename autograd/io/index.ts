export { readSafetensors, type Safetensors } from './read.ts';
export { SafetensorsError } from './safetensors-error.ts';
export { writeSafetensors } from './write.ts';
