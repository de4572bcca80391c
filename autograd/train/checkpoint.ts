import type { Tensor } from '#autograd';
import { readSafetensors, writeSafetensors } from '#autograd/io';
import type { StateDict } from '#autograd/nn';
import type { OptimizerState } from '#autograd/optim';
import { noCheckpoint } from './messages.ts';
import type { Progress } from './progress.ts';

/** A run as it is between two steps: all that its next steps follow from. */
export interface Checkpoint {
  progress: Progress;
  model: StateDict;
  optimizer: OptimizerState;
  /** The weights of the best epoch. */
  best: StateDict | null;
  /** What the next batch begins with. */
  carried: StateDict | null;
}

const FORMAT = 'gradschool/checkpoint/v1';

/** A safetensors file: `model.…` are the weights as they are now, so other tools can read them. */
export function encodeCheckpoint({ progress, model, optimizer, best, carried }: Checkpoint): Uint8Array {
  const tensors = {
    ...under('model', model),
    ...under('optimizer', optimizer.tensors),
    ...under('best', best ?? {}),
    ...under('carried', carried ?? {}),
  };
  return writeSafetensors(tensors, {
    format: FORMAT,
    progress: JSON.stringify(progress),
    optimizer: JSON.stringify(optimizer.numbers),
  });
}

/** @throws RangeError for a file that is no checkpoint */
export function decodeCheckpoint(bytes: Uint8Array): Checkpoint {
  const { tensors, metadata } = readSafetensors(bytes);
  if (metadata.format !== FORMAT) throw noCheckpoint(`its format is ${metadata.format}, not ${FORMAT}.`);
  return {
    progress: JSON.parse(metadata.progress) as Progress,
    model: from('model', tensors) ?? {},
    optimizer: { tensors: from('optimizer', tensors) ?? {}, numbers: JSON.parse(metadata.optimizer) },
    best: from('best', tensors),
    carried: from('carried', tensors),
  };
}

function under(prefix: string, tensors: StateDict): StateDict {
  return Object.fromEntries(Object.entries(tensors).map(([name, x]) => [`${prefix}.${name}`, x]));
}

function from(prefix: string, tensors: StateDict): StateDict | null {
  const own = Object.entries(tensors).flatMap(([name, x]): [string, Tensor][] =>
    name.startsWith(`${prefix}.`) ? [[name.slice(prefix.length + 1), x]] : [],
  );
  return own.length === 0 ? null : Object.fromEntries(own);
}
