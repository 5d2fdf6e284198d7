import { bridgeEvent, type Call, type Exposed, type Reply } from './bridge.ts';

// Runs in the page's own world before any script of the page. The preload, in its world, comes right after it and
// sends the event; nobody else can, because this listener is gone by the time the page's scripts run.
window.addEventListener(bridgeEvent, receive);
document.addEventListener('readystatechange', () => window.removeEventListener(bridgeEvent, receive), { once: true });

function receive(event: Event): void {
  if (!(event instanceof MessageEvent)) return;
  event.stopImmediatePropagation();
  const exposed: Exposed = JSON.parse(event.data);
  const [port] = event.ports;
  if (port !== undefined) expose(exposed, port);
}

function expose({ key, functions }: Exposed, port: MessagePort): void {
  const waiting = new Map<number, { resolve(value: unknown): void; reject(problem: Error): void }>();
  let lastId = 0;
  port.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
    const caller = waiting.get(data.id);
    waiting.delete(data.id);
    if ('error' in data) caller?.reject(new Error(data.error));
    else caller?.resolve(data.value);
  });
  port.start();

  const call = (name: string, args: unknown[]) =>
    new Promise((resolve, reject) => {
      lastId += 1;
      const message: Call = { id: lastId, name, args };
      port.postMessage(message);
      waiting.set(lastId, { resolve, reject });
    });
  const api = Object.fromEntries(functions.map((name) => [name, (...args: unknown[]) => call(name, args)]));
  Object.defineProperty(window, key, { value: Object.freeze(api), enumerable: true });
}
