import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { _electron } from '@playwright/test';
import { installedElectron } from '../../electron/launch/electronBinary.ts';
import { launchDouble } from './electronDouble/launch.ts';
import type { Muster } from './muster.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const electronBinary = installedElectron(root);

export const hasElectron = electronBinary !== undefined;

export async function launchMuster(userData: string, args: readonly string[] = []): Promise<Muster> {
  const all = [`--user-data-dir=${userData}`, ...args];
  return electronBinary === undefined ? launchDouble(all) : launchElectron(electronBinary, all);
}

async function launchElectron(executablePath: string, args: readonly string[]): Promise<Muster> {
  const flags = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const app = await _electron.launch({ executablePath, args: [...flags, root, ...args] });
  return {
    window: async () => app.windows().findLast((page) => !page.isClosed()) ?? app.firstWindow(),
    evaluate: (run, argument = '') => app.evaluate(run, argument),
    launchAgain: async (more) => {
      const second = spawn(executablePath, [...flags, root, ...args, ...more], { stdio: 'ignore' });
      await once(second, 'exit');
      return second.exitCode;
    },
    kill: async () => {
      app.process().kill('SIGKILL');
      await once(app.process(), 'exit');
    },
    close: () => app.close(),
  };
}
