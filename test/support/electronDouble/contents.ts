import { EventEmitter } from 'node:events';
import type { CDPSession, Page } from '@playwright/test';
import { toApp, toPage } from './address.ts';
import { theChromium } from './chromium.ts';
import { answerInvoke, type SenderFrame } from './ipc.ts';
import { inMainWorld, inPreloadWorld, type PageScripts } from './pageScripts.ts';
import { applyPermissions, interceptedAddresses, mayRequest } from './session.ts';

const preloadWorld = 'preload';

interface OpenPage {
  readonly page: Page;
  readonly devTools: CDPSession;
}

interface Context {
  readonly origin: string;
  readonly frameId: string;
}

type WindowOpenHandler = (details: { url: string }) => { readonly action: 'allow' | 'deny' };

export type Contents = ReturnType<typeof createContents>;

/** A page of Chromium with those ways of Electron's `webContents` that Muster uses. */
export function createContents(preload: string, onClosed: () => void) {
  let opening: Promise<OpenPage> | undefined;
  let crashed: Page | undefined;
  let mayOpen: WindowOpenHandler | undefined;
  let address = '';
  let zoom = 1;
  const contents = Object.assign(new EventEmitter(), {
    setWindowOpenHandler(handler: WindowOpenHandler): void {
      mayOpen = handler;
    },
    async loadURL(url: string): Promise<void> {
      address = toPage(url);
      opening ??= open();
      await (await opening).page.goto(address);
    },
    /** A page that has crashed cannot be loaded again in Chromium's protocol; another one takes its place. */
    reload(): void {
      void contents.loadURL(toApp(address));
    },
    forcefullyCrashRenderer(): void {
      // The answer to this request dies with the page.
      void opening?.then(({ devTools }) => devTools.send('Page.crash')).catch(() => undefined);
    },
    /** Remembered only: nothing is drawn larger. */
    setZoomFactor(factor: number): void {
      zoom = factor;
    },
    getZoomFactor: () => zoom,
    async close(): Promise<void> {
      await (await opening)?.page.close();
    },
    async bringToFront(): Promise<void> {
      await (await opening)?.page.bringToFront();
    },
  });
  return contents;

  async function open(): Promise<OpenPage> {
    const context = await theChromium();
    const scripts: PageScripts = JSON.parse(process.env['MUSTER_DOUBLE_PAGE_SCRIPTS'] ?? '{}');
    const page = context.pages().find((blank) => blank.url() === 'about:blank') ?? (await context.newPage());
    await crashed?.close();
    const devTools = await context.newCDPSession(page);
    await answerThePreload(devTools);
    await applyPermissions(devTools);
    await guardRequests(devTools);
    await devTools.send('Page.addScriptToEvaluateOnNewDocument', { source: inMainWorld(scripts) });
    await devTools.send('Page.addScriptToEvaluateOnNewDocument', {
      source: inPreloadWorld(scripts, preload),
      worldName: preloadWorld,
    });
    page.on('popup', (popup) => {
      if (mayOpen?.({ url: toApp(popup.url()) }).action === 'deny') void popup.close();
    });
    page.on('close', () => {
      if (page !== crashed) onClosed();
    });
    page.on('crash', () => {
      crashed = page;
      opening = undefined;
      contents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 });
    });
    return { page, devTools };
  }

  /** Holds up navigations and requests to the web until the application has judged them. */
  async function guardRequests(devTools: CDPSession): Promise<void> {
    devTools.on('Fetch.requestPaused', ({ requestId, request: { url, method }, resourceType }) => {
      void judge(url, method, resourceType === 'Document').then((allowed) =>
        allowed
          ? devTools.send('Fetch.continueRequest', { requestId })
          : devTools.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' }),
      );
    });
    const web = interceptedAddresses().map((urlPattern) => ({ urlPattern }));
    await devTools.send('Fetch.enable', { patterns: [...web, { urlPattern: '*', resourceType: 'Document' }] });
  }

  async function judge(url: string, method: string, isDocument: boolean): Promise<boolean> {
    if (isDocument && url !== address.replace(/#.*/, '')) {
      let isPrevented = false;
      const event = { url: toApp(url), preventDefault: () => (isPrevented = true) };
      contents.emit('will-frame-navigate', event);
      contents.emit('will-navigate', event);
      if (isPrevented) return false;
    }
    return mayRequest(url, method);
  }
}

/** Gives the preload's world, and no other, the binding into this process. */
async function answerThePreload(devTools: CDPSession): Promise<void> {
  const contexts = new Map<number, Context>();
  await devTools.send('Page.enable');
  const { frameTree } = await devTools.send('Page.getFrameTree');
  devTools.on('Runtime.executionContextCreated', ({ context: { id, origin, auxData } }) => {
    contexts.set(id, { origin, frameId: String(auxData?.['frameId']) });
  });
  devTools.on('Runtime.bindingCalled', ({ payload, executionContextId }) => {
    const sender = contexts.get(executionContextId);
    const frame = sender === undefined ? null : senderFrame(sender, frameTree.frame.id);
    void answerInvoke(payload, frame).then((message) => deliver(devTools, executionContextId, message));
  });
  devTools.on('Runtime.exceptionThrown', ({ exceptionDetails: { text, exception } }) => {
    console.error(`In the page: ${text} ${exception?.description ?? ''}`);
  });
  await devTools.send('Runtime.enable');
  await devTools.send('Runtime.addBinding', { name: 'musterInvoke', executionContextName: preloadWorld });
}

function senderFrame({ origin, frameId }: Context, mainFrameId: string): SenderFrame {
  const own = { origin: toApp(origin), parent: null };
  return frameId === mainFrameId ? own : { ...own, parent: own };
}

async function deliver(devTools: CDPSession, executionContextId: number, message: string): Promise<void> {
  try {
    await devTools.send('Runtime.callFunctionOn', {
      executionContextId,
      functionDeclaration: '(message) => musterAnswer(message)',
      arguments: [{ value: message }],
    });
  } catch {
    // The page that asked has gone; in Electron its answer is lost in the same way.
  }
}
