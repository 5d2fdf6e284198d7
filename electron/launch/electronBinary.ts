import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const downloadLimit = 3 * 60_000;
const retryAfter = 24 * 60 * 60_000;

/** Where the pieces of Electron are in a working copy with its packages installed. */
function places(root: string) {
  const folder = path.join(root, 'node_modules/electron');
  return {
    installer: path.join(folder, 'install.js'),
    manifest: path.join(folder, 'package.json'),
    version: path.join(folder, 'dist/version'),
    executableName: path.join(folder, 'path.txt'),
    dist: path.join(folder, 'dist'),
    failure: path.join(root, 'node_modules/.cache/muster/electron-download-failed'),
  };
}

/**
 * The Electron executable, or undefined. Its installer writes path.txt after everything has been unpacked, so a
 * download that was cut short is not taken for an installation.
 */
export function installedElectron(root: string): string | undefined {
  const { manifest, version, executableName, dist } = places(root);
  try {
    const unpacked = readFileSync(version, 'utf8').trim().replace(/^v/, '');
    if (!readFileSync(manifest, 'utf8').includes(`"version": "${unpacked}"`)) return undefined;
    const executable = path.join(dist, readFileSync(executableName, 'utf8'));
    return existsSync(executable) ? executable : undefined;
  } catch {
    return undefined;
  }
}

/** Whether an attempt failed within the last day: then nobody waits for another one. */
export function downloadFailedLately(root: string, now: number): boolean {
  const failed = statSync(places(root).failure, { throwIfNoEntry: false });
  return failed !== undefined && now - failed.mtimeMs < retryAfter;
}

/** Downloads and unpacks Electron with its own installer, which checks the checksum; gives up after three minutes. */
export async function downloadElectron(root: string): Promise<string | undefined> {
  const { installer, failure } = places(root);
  const child = spawn(process.execPath, [installer], { stdio: 'ignore' });
  const limit = setTimeout(() => child.kill('SIGKILL'), downloadLimit);
  await once(child, 'exit');
  clearTimeout(limit);
  const executable = installedElectron(root);
  if (executable === undefined) {
    mkdirSync(path.dirname(failure), { recursive: true });
    writeFileSync(failure, '');
  } else {
    rmSync(failure, { force: true });
  }
  return executable;
}
