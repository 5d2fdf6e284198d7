import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';

const sources = ['electron', 'renderer', 'shared', 'resources', 'package.json', 'electron.vite.config.ts'];
const products = ['out/main/index.js', 'out/preload/index.cjs', 'out/renderer/index.html'];

/** Whether every part of the built application is there and at least as new as every source it is made from. */
export function isBuilt(root: string): boolean {
  const built = products.map((file) => modified(path.join(root, file)));
  return Math.min(...built) >= Math.max(...sources.map((source) => newest(path.join(root, source))));
}

/** Builds into `out`, or into another folder, which must be absolute: a relative one is taken from each part's own root. */
export function build(root: string, outDir?: string): boolean {
  const cli = path.join(root, 'node_modules/electron-vite/bin/electron-vite.js');
  const args = [cli, 'build', '--logLevel', 'warn', ...(outDir === undefined ? [] : ['--outDir', outDir])];
  return spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status === 0;
}

function newest(entry: string): number {
  const found = statSync(entry, { throwIfNoEntry: false });
  if (found?.isDirectory() !== true) return found?.mtimeMs ?? 0;
  return Math.max(found.mtimeMs, ...readdirSync(entry).map((name) => newest(path.join(entry, name))));
}

function modified(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
