import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Duplex, Readable, Writable } from 'node:stream';
import { chromiumFlags, findChromium } from '../support/findChromium.ts';
import { patience } from '../support/machine.ts';
import type { Report } from './pages/stream.ts';

export interface Page {
  /** Evaluates an expression in the page and waits for what it promises. */
  evaluate<T>(expression: string): Promise<T>;
  send(method: string, params?: object): Promise<unknown>;
}

type Tell = (report: Report) => void;

/** A Chromium of our own, with one page or more. It is started by hand, so that it can be killed as the system would kill it. */
export interface Browser extends Page {
  openAnother(address: string, tell: Tell): Promise<Page>;
  /** SIGKILL to every process of it. */
  kill(): Promise<void>;
  /** Ends it in order. */
  close(): Promise<void>;
}

const flags = [
  '--headless=new',
  '--disable-gpu',
  '--disable-extensions',
  '--disable-default-apps',
  '--disable-breakpad',
  '--no-default-browser-check',
  '--password-store=basic',
  '--use-mock-keychain',
  '--hide-scrollbars',
  '--mute-audio',
  '--remote-debugging-pipe',
  // What starts beside the page and has no part in it costs as much as the page.
  '--in-process-gpu',
  '--renderer-process-limit=1',
  '--enable-features=NetworkServiceInProcess2',
  '--disable-features=SpareRendererForSitePerProcess,OptimizationHints,OptimizationGuideModelDownloading,MediaRouter,Translate',
];

/** Starts Chromium on a profile, with a page at this address that has loaded. */
export async function startBrowser(profile: string, address: string, tell: Tell): Promise<Browser> {
  const executable = findChromium();
  if (executable === undefined) throw new Error('no Chromium was found');
  const child = spawn(executable, [...flags, ...chromiumFlags(), `--user-data-dir=${profile}`, 'about:blank'], {
    detached: true,
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
  const exited = once(child, 'exit');
  const ended = exited.then(() => Promise.reject(new Error('Chromium ended before its page had loaded')));
  ended.catch(() => undefined);
  const send = devTools(child, exited);
  const kill = async (): Promise<void> => {
    if (child.pid !== undefined && child.exitCode === null && child.signalCode === null)
      process.kill(-child.pid, 'SIGKILL');
    await exited;
  };
  const open = (targetId: Promise<string>, at: string, tellOf: Tell): Promise<Page> =>
    Promise.race([targetId.then((id) => openPage(send, id, at, tellOf)), ended]);
  return {
    ...(await open(firstTarget(send), address, tell)),
    openAnother: (at, tellOf) => open(newTarget(send), at, tellOf),
    kill,
    async close() {
      await Promise.race([send('Browser.close', {}).catch(() => undefined), exited]);
      const timer = setTimeout(() => void kill(), patience(10_000));
      await exited;
      clearTimeout(timer);
    },
  };
}

/** The empty page that Chromium starts with. */
async function firstTarget(send: DevTools): Promise<string> {
  const { targetInfos } = await send<{ targetInfos: readonly { type: string; targetId: string }[] }>(
    'Target.getTargets',
    {},
  );
  return targetInfos.find(({ type }) => type === 'page')?.targetId ?? newTarget(send);
}

async function newTarget(send: DevTools): Promise<string> {
  return (await send<{ targetId: string }>('Target.createTarget', { url: 'about:blank' })).targetId;
}

async function openPage(send: DevTools, targetId: string, address: string, tell: Tell): Promise<Page> {
  const { sessionId } = await send<{ sessionId: string }>('Target.attachToTarget', { targetId, flatten: true });
  const loaded = new Promise<void>((resolve) => {
    send.listen(sessionId, (report) => {
      if (report.kind === 'loaded') resolve();
      else tell(report);
    });
  });
  await send('Runtime.enable', {}, sessionId);
  await send('Runtime.addBinding', { name: 'tell' }, sessionId);
  await send('Page.navigate', { url: address }, sessionId);
  await loaded;
  return {
    async evaluate<T>(expression: string): Promise<T> {
      const params = { expression, awaitPromise: true, returnByValue: true };
      const { result, exceptionDetails } = await send<Evaluated<T>>('Runtime.evaluate', params, sessionId);
      if (exceptionDetails !== undefined) {
        throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      }
      return result.value;
    },
    send: (method, params = {}) => send(method, params, sessionId),
  };
}

interface Evaluated<T> {
  readonly result: { readonly value: T };
  readonly exceptionDetails?: { readonly text: string; readonly exception?: { readonly description?: string } };
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly sessionId?: string;
  readonly params?: { readonly name?: string; readonly payload?: string };
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

interface DevTools {
  <T = unknown>(method: string, params: object, sessionId?: string): Promise<T>;
  listen(sessionId: string, listener: Tell): void;
}

/** The protocol of Chromium's developer tools over a pair of pipes: JSON, each message ended by a zero byte. */
function devTools(child: ChildProcess, exited: Promise<unknown>): DevTools {
  const [into, from] = [child.stdio[3] as Writable, child.stdio[4] as Readable & Duplex];
  const waiting = new Map<number, { resolve: (value: never) => void; reject: (reason: Error) => void }>();
  let lastId = 0;
  let unread = '';
  const listeners = new Map<string, Tell>();
  into.on('error', () => undefined);
  from.on('error', () => undefined);
  from.setEncoding('utf8');
  from.on('data', (chunk: string) => {
    const messages = (unread + chunk).split('\0');
    unread = messages.pop() ?? '';
    for (const text of messages) take(JSON.parse(text) as Message);
  });
  const endWaiting = async (): Promise<void> => {
    await exited;
    for (const { reject } of waiting.values()) reject(new Error('Chromium has ended'));
    waiting.clear();
  };
  void endWaiting();
  function take({ id, method, sessionId, params, result, error }: Message): void {
    if (method === 'Runtime.bindingCalled' && params?.payload !== undefined)
      listeners.get(sessionId ?? '')?.(JSON.parse(params.payload) as Report);
    const waited = id === undefined ? undefined : waiting.get(id);
    if (id === undefined || waited === undefined) return;
    waiting.delete(id);
    if (error === undefined) waited.resolve(result as never);
    else waited.reject(new Error(error.message));
  }
  const send = <T>(method: string, params: object, sessionId?: string): Promise<T> => {
    lastId += 1;
    const id = lastId;
    return new Promise<T>((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      into.write(`${JSON.stringify({ id, method, params, ...(sessionId !== undefined && { sessionId }) })}\0`);
    });
  };
  return Object.assign(send, { listen: (id: string, listener: Tell) => void listeners.set(id, listener) });
}
