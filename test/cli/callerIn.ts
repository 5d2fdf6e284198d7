import path from 'node:path';
import type { Caller } from '../../electron/cli/command.ts';

/** Somebody in this folder, without a terminal, or at one where `typed` is answered. */
export function callerIn(folder: string, typed: string | null = null): Caller {
  return { resolvePath: (named) => path.resolve(folder, named), askPassphrase: () => Promise.resolve(typed) };
}
