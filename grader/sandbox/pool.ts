import type { Guest } from './guest.ts';

/**
 * Guests that were started before somebody needs them: when one that was used has ended, the next is started. A guest is
 * used once, and whoever took it ends it.
 */
export class Pool {
  private readonly start: () => Guest;
  private readonly atOnce: number;
  private toCome: number;
  private readonly alive = new Set<Guest>();
  private waiting: Guest[] = [];

  /** Ahead of time it keeps `atOnce` alive, those in use counted, and starts no more than `inAll`. */
  constructor(start: () => Guest, atOnce: number, inAll: number) {
    this.start = start;
    this.atOnce = atOnce;
    this.toCome = inAll;
    this.fill();
  }

  /** The guest that has waited longest, else a new one. @throws when no process can be started */
  take(): Guest {
    this.waiting = this.waiting.filter(({ isOver }) => !isOver);
    return this.waiting.shift() ?? this.begin();
  }

  close(): void {
    this.toCome = 0;
    for (const guest of this.waiting) guest.kill();
  }

  /** Where no more can be started, whoever needs one will hear of it. */
  private fill(): void {
    try {
      while (this.toCome > 0 && this.alive.size < this.atOnce) {
        this.waiting.push(this.begin());
        this.toCome--;
      }
    } catch {
      this.toCome = 0;
    }
  }

  private begin(): Guest {
    const guest = this.start();
    this.alive.add(guest);
    guest.ended.then(() => {
      this.alive.delete(guest);
      // one that ends while it waits would be followed by others that do
      if (!this.waiting.includes(guest)) this.fill();
    });
    return guest;
  }
}
