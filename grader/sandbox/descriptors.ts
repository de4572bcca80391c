import type { StdioNull, StdioPipe } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { devNull } from 'node:os';
import type { Command } from './confinements.ts';
import { inheritedDescriptors } from './inherited-descriptors.ts';
import type { Program } from './program.ts';

type Descriptors = (StdioNull | StdioPipe | number)[];

let inherited: number[] | undefined;

/**
 * Gives `start` what a program is to have as its descriptors: the standard ones, 3 to be asked, 4 to answer, 5 for the
 * filter if there is one, then the lifeline, and nothing in the place of any that the grader itself has inherited.
 */
export function withDescriptors<T>(
  { filter }: Command,
  { stdin, stdout }: Program,
  start: (descriptors: Descriptors) => T,
): T {
  inherited ??= inheritedDescriptors();
  const opened = [openSync(devNull, 'r'), ...(filter === undefined ? [] : [openSync(filter, 'r')])];
  const [nothing, ...filters] = opened as [number, ...number[]];
  const descriptors: Descriptors = [stdin, stdout, 'pipe', 'pipe', 'pipe', ...filters, 'pipe'];
  for (let i = descriptors.length; i <= Math.max(...inherited); i++)
    descriptors.push(inherited.includes(i) ? nothing : 'ignore');
  try {
    return start(descriptors);
  } finally {
    for (const descriptor of opened) closeSync(descriptor);
  }
}
