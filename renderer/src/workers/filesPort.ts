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

/** Lets a worker reach the files outside the database, which only the page can: answers what comes through `port`. */
export function serveFiles(port: MessagePort, files: StoredFiles): void {
  port.addEventListener('message', ({ data }: MessageEvent<Asked>) => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- both ends are ours, and the method names its request
    const method = files[data.method] as (...request: readonly unknown[]) => Promise<unknown>;
    void method(...data.request).then((outcome) => port.postMessage({ id: data.id, outcome } satisfies Answered));
  });
  port.start();
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
  };
}
