/** Adds up the milliseconds spent under each name. */
export class Clock {
  private readonly spent = new Map<string, number>();

  async time<T>(name: string, work: () => Promise<T>): Promise<T> {
    const start = performance.now();
    const result = await work();
    this.spent.set(name, (this.spent.get(name) ?? 0) + performance.now() - start);
    return result;
  }

  milliseconds(): Record<string, number> {
    return Object.fromEntries([...this.spent].map(([name, ms]) => [name, Math.round(ms)]));
  }
}
