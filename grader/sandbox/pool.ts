import type { Guest } from './guest.ts';

/**
 * Guests that were started before somebody needs them. Up to `size` are kept alive, those in use counted: when one that
 * was used has ended, the next is started. A guest is used once, and whoever took it ends it.
 */
export class Pool {
  private readonly start: () => Guest;
  private readonly size: number;
  private readonly alive = new Set<Guest>();
  private waiting: Guest[] = [];
  private closed = false;

  constructor(start: () => Guest, size: number) {
    this.start = start;
    this.size = size;
    this.fill();
  }

  /** The guest that has waited longest, else a new one. @throws when no process can be started */
  take(): Guest {
    this.waiting = this.waiting.filter(({ isOver }) => !isOver);
    return this.waiting.shift() ?? this.begin();
  }

  close(): void {
    this.closed = true;
    for (const guest of this.waiting) guest.kill();
  }

  /** Where no more can be started, whoever needs one will hear of it. */
  private fill(): void {
    try {
      while (!this.closed && this.alive.size < this.size) this.waiting.push(this.begin());
    } catch {
      this.closed = true;
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
