import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const pollMs = 50;

interface Launch {
  readonly argv: readonly string[];
  readonly folder: string;
}

/**
 * One process for each data folder, as Electron keeps it. The answer is due at once, so the processes speak through
 * files: the first holds a lock with its id, a later one leaves word of its launch and hears `false`.
 */
export function takeInstanceLock(userData: string, onSecondLaunch: (launch: Launch) => void): boolean {
  mkdirSync(userData, { recursive: true });
  const lock = path.join(userData, 'double.lock');
  const word = path.join(userData, 'double.second-launch.json');
  if (isHeld(lock)) {
    const launch: Launch = { argv: process.argv, folder: process.cwd() };
    writeFileSync(`${word}.new`, JSON.stringify(launch));
    renameSync(`${word}.new`, word);
    return false;
  }
  writeFileSync(lock, String(process.pid));
  rmSync(word, { force: true });
  setInterval(() => {
    const launch = read(word);
    if (launch === undefined) return;
    rmSync(word);
    onSecondLaunch(JSON.parse(launch));
  }, pollMs).unref();
  process.on('exit', () => rmSync(lock, { force: true }));
  return true;
}

/** A process that was killed leaves its lock behind, without anybody of that id. */
function isHeld(lock: string): boolean {
  const holder = read(lock);
  if (holder === undefined) return false;
  try {
    return process.kill(Number(holder), 0);
  } catch {
    return false;
  }
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
