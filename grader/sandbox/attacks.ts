/**
 * What code may try that has left the student's realm and has all of Node: the canary tries each at start-up. Read them
 * after "a program in the sandbox could …".
 */
export const ATTACKS = [
  'read a file of the grader',
  'read a file of the system',
  'list a folder of the grader',
  'write a file',
  'see the environment of the grader',
  'see the process of the grader',
  'start a process',
  'connect by TCP',
  'send by UDP',
  'connect to a socket by path',
  'connect to an abstract socket',
  'signal the grader',
  'end another guest',
] as const;

export type Attack = (typeof ATTACKS)[number];

/** Where the canary finds what it goes for. */
export interface Targets {
  /** A folder of the grader that everybody may read and write, with a file `secret` in it. */
  folder: string;
  tcpPort: number;
  udpPort: number;
  socketPath: string;
  grader: number;
  /** A process of the user as whom guests run. */
  sibling: number;
}
