import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export interface SmallDisk {
  readonly folder: string;
  readonly makeReadOnly: () => void;
  readonly remove: () => void;
}

/** A disk in memory with room for 64 KiB; undefined where it may not be mounted, which takes root on Linux. */
export function smallDisk(): SmallDisk | undefined {
  if (process.platform !== 'linux') return undefined;
  const folder = mkdtempSync(path.join(tmpdir(), 'muster-disk-'));
  if (run('mount', '-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder)) {
    return {
      folder,
      makeReadOnly: () => void run('mount', '-o', 'remount,ro', folder),
      remove: () => {
        run('umount', folder);
        rmdirSync(folder);
      },
    };
  }
  rmdirSync(folder);
  return undefined;
}

function run(command: string, ...args: readonly string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}
