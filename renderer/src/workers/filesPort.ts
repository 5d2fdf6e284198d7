import type { Failed } from '../../../shared/host/failed.ts';
import type { StoredFiles } from '../../../shared/host/storedFiles.ts';

/** A request for one of the methods of `StoredFiles`, and its answer. */
interface Asked {
  readonly id: number;
  readonly method: keyof StoredFiles;
  readonly request: readonly unknown[];
}

interface Answered {
  readonly id: number;
  readonly outcome: unknown;
}

/**
 * Lets a worker reach the files outside the database, which only the page can: answers what comes through `port`, and
 * everything that comes, or the worker would wait for ever.
 */
export function serveFiles(port: MessagePort, files: StoredFiles): { readonly isAtWork: () => boolean } {
  let atWork = 0;
  const answer = async ({ id, method, request }: Asked): Promise<void> => {
    atWork += 1;
    try {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- both ends are ours, and the method names its request
      const ask = files[method] as (...request: readonly unknown[]) => Promise<unknown>;
      port.postMessage({ id, outcome: await ask(...request) } satisfies Answered);
    } catch (thrown) {
      // A file may be too large to be handed over.
      const outcome: Failed = { kind: 'failed', reason: 'other', detail: String(thrown) };
      port.postMessage({ id, outcome } satisfies Answered);
    } finally {
      atWork -= 1;
    }
  };
  port.addEventListener('message', ({ data }: MessageEvent<Asked>) => void answer(data));
  port.start();
  return { isAtWork: () => atWork > 0 };
}

/** The files as a worker sees them through `port`. */
export function filesOver(port: MessagePort): StoredFiles {
  let lastId = 0;
  const waiting = new Map<number, (outcome: unknown) => void>();
  port.addEventListener('message', ({ data }: MessageEvent<Answered>) => {
    waiting.get(data.id)?.(data.outcome);
    waiting.delete(data.id);
  });
  port.start();
  const ask =
    <Method extends keyof StoredFiles>(method: Method) =>
    (...request: Parameters<StoredFiles[Method]>): ReturnType<StoredFiles[Method]> => {
      lastId += 1;
      const id = lastId;
      const answer = new Promise<unknown>((resolve) => waiting.set(id, resolve));
      port.postMessage({ id, method, request } satisfies Asked);
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as above
      return answer as ReturnType<StoredFiles[Method]>;
    };
  return {
    listFiles: ask('listFiles'),
    readFile: ask('readFile'),
    writeFile: ask('writeFile'),
    appendFile: ask('appendFile'),
    removeFile: ask('removeFile'),
    removeHalfWritten: ask('removeHalfWritten'),
  };
}
