import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { patience } from '../machine.ts';

export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** What a reader of the summary has to know, such as why something was skipped. */
  readonly note?: string;
}

export interface Step {
  readonly name: string;
  run(): Promise<Tally>;
}

export const passed: Tally = { passed: 1, failed: 0, skipped: 0 };
export const failed: Tally = { passed: 0, failed: 1, skipped: 0 };

export interface CommandResult {
  readonly ok: boolean;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CommandOptions {
  /** Environment variables beside those of this process. */
  readonly env?: Readonly<Record<string, string>>;
  readonly limitMs?: number;
  /** `always` shows the output as it comes, `onFailure` only when the command failed. */
  readonly show?: 'always' | 'onFailure' | 'never';
}

/** Runs a program without a shell and without input. */
export async function command(
  program: string,
  args: readonly string[],
  { env = {}, limitMs = patience(15 * 60_000), show = 'onFailure' }: CommandOptions = {},
): Promise<CommandResult> {
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } });
  let stdout = '';
  let stderr = '';
  let shown = '';
  const collect = (chunk: Buffer) => {
    if (show === 'always') process.stdout.write(chunk);
    else shown += chunk.toString();
  };
  child.stdout.on('data', (chunk: Buffer) => {
    stdout += chunk.toString();
    collect(chunk);
  });
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
    collect(chunk);
  });
  // Asked first, so that it can end what it has started.
  const limit = setTimeout(() => child.kill('SIGTERM'), limitMs);
  const end = setTimeout(() => child.kill('SIGKILL'), limitMs + patience(10_000));
  const started = await once(child, 'close').then(
    () => true,
    () => false,
  );
  clearTimeout(limit);
  clearTimeout(end);
  const succeeded = started && child.exitCode === 0;
  if (!succeeded && show === 'onFailure') process.stdout.write(shown);
  return { ok: succeeded, stdout, stderr };
}

/** Runs the command-line tool of an installed package, found without a shell so that it works on every system. */
export function tool(file: string, args: readonly string[], options?: CommandOptions): Promise<CommandResult> {
  return command(process.execPath, [`node_modules/${file}`, ...args], options);
}
