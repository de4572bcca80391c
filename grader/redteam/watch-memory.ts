import { mostDescendants, residentBytes } from './process-tree.ts';

const EVERY_MS = 50;

/** The most bytes that were held at any one moment. */
export interface Peak {
  /** By a grader and all that it had started. */
  all: number;
  /** By what it had started. */
  started: number;
}

export function watchMemory(grader: number): { stop(): Peak } {
  const peak: Peak = { all: 0, started: 0 };
  const look = () => {
    const started = residentBytes(mostDescendants(grader));
    peak.started = Math.max(peak.started, started);
    peak.all = Math.max(peak.all, started + residentBytes([grader]));
  };
  const timer = setInterval(look, EVERY_MS);
  const stop = () => {
    clearInterval(timer);
    return peak;
  };
  return { stop };
}
