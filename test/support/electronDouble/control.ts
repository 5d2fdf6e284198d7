import { runInThisContext } from 'node:vm';

/** What the test and the double's process say to each other over the channel that Node gives a child. */
export type FromDouble =
  | { readonly kind: 'ready'; readonly devToolsPort: number }
  | { readonly kind: 'evaluated'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'failed'; readonly id: number; readonly problem: string };

export interface Evaluate {
  readonly id: number;
  /** The text of a function of the module `electron` and one argument. */
  readonly source: string;
  readonly argument: string;
}

export function reportReady(devToolsPort: number): void {
  send({ kind: 'ready', devToolsPort });
}

/** Lets the test run functions in the main process, as Playwright does with the real one. */
export function obey(electron: unknown): void {
  process.on('message', (message: Evaluate) => void evaluate(electron, message).then(send));
  // Without the test there is nobody left to work for.
  process.on('disconnect', () => process.exit(1));
}

async function evaluate(electron: unknown, { id, source, argument }: Evaluate): Promise<FromDouble> {
  try {
    // The text comes from the specs, in this same repository.
    const value: unknown = await runInThisContext(`(${source})`)(electron, argument);
    return { kind: 'evaluated', id, value };
  } catch (problem) {
    return { kind: 'failed', id, problem: String(problem) };
  }
}

function send(message: FromDouble): void {
  process.send?.(message);
}
