import { decode, encode } from '../wire.ts';
import { bridgeEvent, type Call, type Exposed, type Reply } from './bridge.ts';

declare global {
  /** The binding into the main process; it exists in the preload's world only. */
  var musterInvoke: (message: string) => void;
  var musterAnswer: (message: string) => void;
}

const waiting = new Map<number, { resolve(value: unknown): void; reject(problem: Error): void }>();
let lastId = 0;

globalThis.musterAnswer = (message) => {
  const { id, value, error } = answerOf(message);
  const caller = waiting.get(id);
  waiting.delete(id);
  if (error === undefined) caller?.resolve(value);
  else caller?.reject(new Error(error));
};

function answerOf(message: string): { id: number; value: unknown; error: string | undefined } {
  const { id, value, error } = JSON.parse(message);
  return { id, value: value === undefined ? undefined : decode(value), error };
}

export const ipcRenderer = {
  invoke(channel: string, ...args: unknown[]): Promise<unknown> {
    return new Promise((resolve, reject) => {
      lastId += 1;
      const message = JSON.stringify({ id: lastId, channel, args: encode(args) });
      waiting.set(lastId, { resolve, reject });
      globalThis.musterInvoke(message);
    });
  },
};

type Api = Readonly<Record<string, (...args: unknown[]) => unknown>>;

export const contextBridge = {
  exposeInMainWorld(key: string, api: Api): void {
    const { port1: port, port2: theirs } = new MessageChannel();
    port.addEventListener('message', ({ data }: MessageEvent<Call>) => {
      void answer(api, data).then((reply) => port.postMessage(reply));
    });
    port.start();
    const exposed: Exposed = { key, functions: Object.keys(api) };
    // Objects of one world are out of reach of the other; a port and a text on an event are not.
    window.dispatchEvent(new MessageEvent(bridgeEvent, { data: JSON.stringify(exposed), ports: [theirs] }));
  },
};

async function answer(api: Api, { id, name, args }: Call): Promise<Reply> {
  try {
    return { id, value: await api[name]?.(...args) };
  } catch (problem) {
    return { id, error: problem instanceof Error ? problem.message : String(problem) };
  }
}
