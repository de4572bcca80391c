import { chmodSync, mkdirSync, readdirSync, rmSync } from 'node:fs';

/** A folder in which everybody may write, and nobody should. */
export class Outside {
  readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
    this.empty();
  }

  /** What lies there; it is gone afterwards. */
  take(): string[] {
    const found = readdirSync(this.folder);
    if (found.length > 0) this.empty();
    return found;
  }

  private empty(): void {
    rmSync(this.folder, { recursive: true, force: true });
    mkdirSync(this.folder);
    chmodSync(this.folder, 0o777);
  }
}
