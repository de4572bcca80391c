import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { packagePath } from '../package.ts';
import type { ExerciseAudit } from './result.ts';

/** What an audit found is kept until anything of which it speaks has changed, so that an interrupted one can go on. */
export class Journal {
  private readonly folder: string;
  private readonly common: string;

  /** @param judging the files and folders that decide about points in every exercise */
  constructor(folder: string, judging = [...judges(), ...shared()]) {
    this.folder = folder;
    this.common = digestOf(...judging);
  }

  known(id: string, seeds: number): ExerciseAudit | undefined {
    const file = this.fileOf(id, seeds);
    return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as ExerciseAudit) : undefined;
  }

  keep(audit: ExerciseAudit): void {
    mkdirSync(this.folder, { recursive: true });
    const file = this.fileOf(audit.id, audit.seeds);
    // in one step: who is interrupted here leaves nothing behind that could be taken for an audit
    writeFileSync(`${file}.part`, JSON.stringify(audit));
    renameSync(`${file}.part`, file);
  }

  private fileOf(id: string, seeds: number): string {
    const parts = ['solutions', 'exercises', 'fixtures/submissions'].map((part) => packagePath(part, id));
    const digest = `${this.common}${digestOf(...parts)}`;
    return path.join(
      this.folder,
      `${id}-${seeds}-${createHash('sha256').update(digest).digest('hex').slice(0, 12)}.json`,
    );
  }
}

/** What decides about points. */
function judges(): string[] {
  const parts = ['audit', 'checks', 'course', 'diagnosis', 'grading', 'model', 'policy', 'sandbox'];
  const folder = existsSync(packagePath('grader')) ? [] : ['dist'];
  const grader = parts.map((part) => packagePath(...folder, 'grader', part));
  return [...grader, packagePath(...folder, 'autograd'), packagePath('package.json')];
}

/** What the exercises have in common. */
function shared(): string[] {
  const names = readdirSync(packagePath('solutions')).filter((name) => name.endsWith('.ts'));
  return names.map((name) => packagePath('solutions', name));
}

/** Of files, and of all but tests that lies in folders; what does not exist counts as nothing. */
function digestOf(...paths: string[]): string {
  const hash = createHash('sha256');
  const add = (file: string): void => {
    if (statSync(file).isFile()) hash.update(`${file}\0`).update(readFileSync(file));
    else
      for (const name of readdirSync(file).sort()) if (!name.endsWith('.test.ts')) add(path.join(file, name));
  };
  for (const one of paths.filter((file) => existsSync(file))) add(one);
  return hash.digest('hex');
}
