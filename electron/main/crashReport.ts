import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export interface Crash {
  readonly at: Date;
  /** Which part stopped, for example `page` or `main process`. */
  readonly part: string;
  readonly problem: string;
}

const reportsKept = 20;

/** Leaves a report in `folder` and gives its file. Written at once: the process may not live to finish a promise. */
export function writeCrashReport(folder: string, versions: string, { at, part, problem }: Crash): string {
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, `${at.toISOString().replaceAll(':', '-')} ${part}.txt`);
  writeFileSync(file, `Muster: the ${part} stopped at ${at.toISOString()}.\n${versions}\n\n${problem}\n`);
  const oldest = readdirSync(folder).sort().slice(0, -reportsKept);
  for (const name of oldest) rmSync(path.join(folder, name), { force: true });
  return file;
}
