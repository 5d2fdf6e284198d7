import { spawn } from 'node:child_process';
import { once } from 'node:events';

/**
 * Runs Electron to its end and gives the exit code. On some Linux systems its sandbox cannot be set up, and it ends at
 * once with a signal or an error: that counts as not having started.
 */
export async function runElectron(executable: string, args: readonly string[]): Promise<number | 'couldNotStart'> {
  const startedAt = Date.now();
  const child = spawn(executable, args, { stdio: 'inherit' });
  let stopRequested = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      stopRequested = true;
      child.kill(signal);
    });
  }
  // `once` rejects where the executable cannot be run at all.
  const ran = await once(child, 'exit').then(
    () => true,
    () => false,
  );
  if (ran && (stopRequested || child.exitCode === 0)) return 0;
  return Date.now() - startedAt < 5_000 ? 'couldNotStart' : (child.exitCode ?? 1);
}
