import type { Page } from '@playwright/test';
import type * as Electron from 'electron';

export type MainFunction = (electron: typeof Electron, argument: string) => unknown;

/** Muster under test: the built main process, preload and page, in Electron or in its double. */
export interface Muster {
  /** The window there is now; another one after a crash. */
  window(): Promise<Page>;
  /** Runs a function in the main process; neither it nor its argument may refer to anything of the spec. */
  evaluate(run: MainFunction, argument?: string): Promise<unknown>;
  /** Starts Muster once more over the same data, and gives the exit code of that process. */
  launchAgain(args: readonly string[]): Promise<number | null>;
  /** Ends the main process with SIGKILL, as the system or a power cut would. */
  kill(): Promise<void>;
  close(): Promise<void>;
}
