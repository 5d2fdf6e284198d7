import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import path from 'node:path';
import { readFileSync } from 'node:fs';
import { type BrowserContext, chromium } from '@playwright/test';
import { chromiumFlags, findChromium } from '../findChromium.ts';
import { pageOrigin, toApp } from './address.ts';
import { reportReady } from './control.ts';
import { schemeHandler } from './session.ts';

let running: Promise<BrowserContext> | undefined;

/** The Chromium behind every window, started once; its profile lies below `userData`. */
export function theChromium(userData?: string): Promise<BrowserContext> {
  if (running === undefined && userData === undefined)
    throw new Error('Cannot create BrowserWindow before app is ready');
  running ??= start(path.join(userData ?? '', 'chromium'));
  return running;
}

/** Lets Chromium write what it still holds, and go. */
export async function stopChromium(): Promise<void> {
  await (await running)?.close();
}

async function start(profile: string): Promise<BrowserContext> {
  const port = await serveScheme();
  const executablePath = findChromium();
  const context = await chromium.launchPersistentContext(profile, {
    ...(executablePath !== undefined && { executablePath }),
    // Windows that a page opens by itself are to be refused, as they are in Electron.
    ignoreDefaultArgs: ['--disable-popup-blocking'],
    args: [
      ...chromiumFlags(),
      `--host-resolver-rules=MAP ${new URL(pageOrigin).host} 127.0.0.1:${String(port)}, MAP * ~NOTFOUND`,
      '--no-proxy-server',
      '--remote-debugging-port=0',
    ],
    locale: 'en-GB',
    timezoneId: 'Europe/London',
  });
  const [devToolsPort] = readFileSync(path.join(profile, 'DevToolsActivePort'), 'utf8').split('\n');
  reportReady(Number(devToolsPort));
  return context;
}

function serveScheme(): Promise<number> {
  const server = createServer((request, response) => void answer(request, response));
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const bound = server.address();
      resolve(bound !== null && typeof bound === 'object' ? bound.port : 0);
    });
  });
}

async function answer(asked: IncomingMessage, response: ServerResponse): Promise<void> {
  const request = new Request(toApp(pageOrigin + (asked.url ?? '/')), { method: asked.method ?? 'GET' });
  const answered = (await schemeHandler()?.(request)) ?? new Response(null, { status: 404 });
  response.writeHead(answered.status, Object.fromEntries(answered.headers));
  response.end(new Uint8Array(await answered.arrayBuffer()));
}
