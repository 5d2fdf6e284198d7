import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { stopChromium, theChromium } from './chromium.ts';
import { takeInstanceLock } from './instanceLock.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const paths = new Map<string, string>([
  ['appData', path.join(homedir(), '.config')],
  ['documents', path.join(homedir(), 'Documents')],
]);

export const app = Object.assign(new EventEmitter(), {
  isPackaged: false,
  enableSandbox(): void {},
  setAppUserModelId(): void {},
  relaunch(): void {},
  commandLine: {
    appendSwitch(): void {},
    getSwitchValue(name: string): string {
      const prefix = `--${name}=`;
      return process.argv.find((word) => word.startsWith(prefix))?.slice(prefix.length) ?? '';
    },
  },
  getPath(name: string): string {
    const found = paths.get(name);
    if (found === undefined) throw new Error(`Failed to get '${name}' path`);
    return found;
  },
  setPath(name: string, value: string): void {
    paths.set(name, value);
  },
  getVersion(): string {
    return String(JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')).version);
  },
  requestSingleInstanceLock(): boolean {
    return takeInstanceLock(app.getPath('userData'), ({ argv, folder }) => {
      app.emit('second-instance', {}, argv, folder);
    });
  },
  async whenReady(): Promise<void> {
    await theChromium(app.getPath('userData'));
  },
  quit(): void {
    void stop(0);
  },
  exit(code = 0): void {
    void stop(code);
  },
});

async function stop(code: number): Promise<void> {
  await stopChromium();
  process.exit(code);
}
