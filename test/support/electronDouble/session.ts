import type { CDPSession } from '@playwright/test';
import { pageOrigin, toApp } from './address.ts';

type SchemeHandler = (request: Request) => Response | Promise<Response>;
type RequestListener = (
  details: { url: string; method: string },
  answer: (response: { cancel?: boolean }) => void,
) => void;
type PermissionRequestHandler = (
  contents: unknown,
  permission: string,
  answer: (granted: boolean) => void,
  details: { requestingUrl: string; isMainFrame: boolean },
) => void;
type PermissionCheckHandler = (
  contents: unknown,
  permission: string,
  requestingOrigin: string,
  details: { isMainFrame: boolean },
) => boolean;

let scheme: SchemeHandler | undefined;
let requests: { readonly urls: readonly string[]; readonly listener: RequestListener } | undefined;
let askPermission: PermissionRequestHandler = (_contents, _permission, answer) => answer(true);
let checkPermission: PermissionCheckHandler = () => true;

export function schemeHandler(): SchemeHandler | undefined {
  return scheme;
}

export const protocol = {
  registerSchemesAsPrivileged(): void {},
  handle(_scheme: string, handler: SchemeHandler): void {
    scheme = handler;
  },
};

export const session = {
  defaultSession: {
    setPermissionRequestHandler(handler: PermissionRequestHandler): void {
      askPermission = handler;
    },
    setPermissionCheckHandler(handler: PermissionCheckHandler): void {
      checkPermission = handler;
    },
    setDevicePermissionHandler(): void {},
    setDisplayMediaRequestHandler(): void {},
    webRequest: {
      onBeforeRequest({ urls }: { urls: string[] }, listener: RequestListener): void {
        requests = { urls, listener };
      },
    },
  },
};

/** Electron's word for each permission, and that of the DevTools protocol. */
const permissions: Readonly<Record<string, { readonly name: string }>> = {
  geolocation: { name: 'geolocation' },
  notifications: { name: 'notifications' },
  'clipboard-read': { name: 'clipboard-read' },
  'clipboard-sanitized-write': { name: 'clipboard-write' },
  'persistent-storage': { name: 'persistent-storage' },
  media: { name: 'camera' },
  midi: { name: 'midi' },
};

/** Asks the application about every permission and tells Chromium what it said. */
export async function applyPermissions(devTools: CDPSession): Promise<void> {
  const requestingUrl = toApp(`${pageOrigin}/index.html`);
  for (const [name, permission] of Object.entries(permissions)) {
    const checked = checkPermission(null, name, toApp(pageOrigin), { isMainFrame: true });
    const granted = await new Promise((resolve) => {
      askPermission(null, name, resolve, { requestingUrl, isMainFrame: true });
    });
    await devTools.send('Browser.setPermission', {
      permission,
      setting: checked && granted === true ? 'granted' : 'denied',
      origin: pageOrigin,
    });
  }
}

/** What the DevTools protocol has to hold up so that the application's listener can judge it. */
export function interceptedAddresses(): readonly string[] {
  // It does not show web sockets; the content security policy and the host resolver of the double refuse those.
  return (requests?.urls ?? []).filter((pattern) => /^https?:/.test(pattern));
}

/** Whether the application lets a request to `url` go out. Its own scheme is no web address, whatever stands for it. */
export async function mayRequest(url: string, method: string): Promise<boolean> {
  if (requests === undefined || toApp(url) !== url) return true;
  const { listener } = requests;
  const { cancel } = await new Promise<{ cancel?: boolean }>((resolve) => listener({ url, method }, resolve));
  return cancel !== true;
}
