/** What an attacker is told, so that it need not search. The contents of the secrets are not among it. */
export interface Targets {
  /** Path of a file that is readable by all. */
  secret: string;
  /** A descriptor at which the grader has inherited another secret. */
  descriptor: number;
  /** A folder in which all may write. */
  folder: string;
  /** Path of a solution. */
  solution: string;
  /** Of listeners on this machine. */
  port: number;
  udpPort: number;
  /** Path of a socket, and name of an abstract one. */
  socket: string;
  /** A process of the same user as a guest. */
  sibling: number;
  grader: number;
  /** In the command line of the guest, and to be in that of all that it starts. */
  token: string;
}
