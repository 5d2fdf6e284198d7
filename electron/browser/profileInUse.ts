import { existsSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';

/**
 * Whether a browser has a profile open, by the mark that Chromium leaves there: a link to its computer and process, or on
 * Windows a file that goes with it. A mark of another computer counts, since nobody can be asked there.
 */
export function isProfileInUse(profile: string, platform: NodeJS.Platform = process.platform): boolean {
  if (platform === 'win32') return existsSync(path.join(profile, 'lockfile'));
  let mark: string;
  try {
    mark = readlinkSync(path.join(profile, 'SingletonLock'));
  } catch {
    return false;
  }
  const [, host, id] = /^(.*)-(\d+)$/.exec(mark) ?? [];
  return host !== hostname() || isRunning(Number(id));
}

function isRunning(id: number): boolean {
  try {
    return process.kill(id, 0);
  } catch (problem) {
    // It is there, and belongs to somebody else.
    return problem instanceof Error && 'code' in problem && problem.code === 'EPERM';
  }
}
