import { randomUUID } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';
import type { Level } from '../model/report.ts';
import { evidenceOf } from './evidence.ts';
import type { Found } from './find-cases.ts';
import { judgeOracles, judgeOutcome } from './judge.ts';
import type { Result } from './lane.ts';
import { type Lane, openLane } from './lane-process.ts';
import { passing } from './levels-of.ts';
import type { Oracle } from './oracles.ts';
import { openRange, type Range } from './range.ts';
import { type Idle, idleNow, survivorsOf } from './survivors.ts';
import { type Peak, watchMemory } from './watch-memory.ts';

/** What one case came to at one level. */
export interface Finding {
  name: string;
  level: Level;
  tripped: Oracle[];
  /** What is not as expected; empty when all is. */
  differences: string[];
  ms: number;
  /** The most that the grader and all it had started held at any moment, and the grader's part of that. */
  peak: Peak;
}

/** One place where attacks are run, one after the other: a grader, and what is watched around it. */
export class Station {
  private lane: Lane;
  private idle: Idle;
  private readonly range: Range;
  private readonly level: Level;
  private readonly seed: string;

  static async open(level: Level, seed: string): Promise<Station> {
    const range = await openRange();
    return new Station(range, await openLane(range, level, seed), level, seed);
  }

  private constructor(range: Range, lane: Lane, level: Level, seed: string) {
    this.range = range;
    this.lane = lane;
    this.level = level;
    this.seed = seed;
    this.idle = idleNow(lane.pid);
  }

  async run({ name, one }: Found): Promise<Finding> {
    const { level, range, lane } = this;
    const token = `gradschool-attack-${randomUUID()}`;
    const targets = { ...range.targets(), grader: lane.pid, token };
    const start = performance.now();
    const memory = watchMemory(lane.pid);
    const result = await lane.attend({ name, targets, folder: range.newFolder() });
    const cost = { peak: memory.stop(), ms: performance.now() - start };
    const { tripped, left } = await this.lookAround(result, token);
    const differences = [
      ...judgeOracles(tripped, passing(one, level)),
      ...(result ? judgeOutcome(one, result.outcome) : []),
    ];
    if (left && differences.length > 0) differences.push(`left were ${left}`);
    return { name, level, tripped, differences, ...cost };
  }

  close(): void {
    this.lane.close();
    this.range.close();
  }

  private async lookAround(
    result: Result | undefined,
    token: string,
  ): Promise<{ tripped: Oracle[]; left: string | undefined }> {
    await turn(); // what came in by a socket before the answer is told after it
    const tripped = evidenceOf(result, this.range);
    if (!result) this.lane.close();
    const left = await survivorsOf(this.lane.pid, this.idle, token);
    if (!result) await this.replaceLane();
    return { tripped: left ? [...tripped, 'survivor'] : tripped, left };
  }

  private async replaceLane(): Promise<void> {
    this.lane = await openLane(this.range, this.level, this.seed);
    this.idle = idleNow(this.lane.pid);
  }
}
