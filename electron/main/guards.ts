import type { Event, Session, WebContents } from 'electron';
import { isOwnDocument, isOwnOrigin } from './identity.ts';

export type GuardedSession = Pick<
  Session,
  | 'setPermissionRequestHandler'
  | 'setPermissionCheckHandler'
  | 'setDevicePermissionHandler'
  | 'setDisplayMediaRequestHandler'
> & { readonly webRequest: Pick<Session['webRequest'], 'onBeforeRequest'> };

export type GuardedContents = Pick<WebContents, 'on' | 'setWindowOpenHandler'>;

const allowedPermissions: ReadonlySet<string> = new Set([
  // Copying a table or a sentence; reading the clipboard happens by paste, without a permission.
  'clipboard-sanitized-write',
  // Asks Chromium not to clear the database when the disk runs short.
  'persistent-storage',
]);

export function guardSession(session: GuardedSession): void {
  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    answer(isAllowed(permission, details.requestingUrl, details.isMainFrame));
  });
  session.setPermissionCheckHandler((_contents, permission, requestingOrigin, details) =>
    isAllowed(permission, requestingOrigin, details.isMainFrame),
  );
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer(null));
  // The content security policy stops the page; this also stops whatever asks from below the page.
  const urls = ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*'];
  session.webRequest.onBeforeRequest({ urls }, (_details, answer) => answer({ cancel: true }));
}

function isAllowed(permission: string, address: string, isMainFrame: boolean): boolean {
  return isMainFrame && isOwnOrigin(address) && allowedPermissions.has(permission);
}

/** Keeps a window on the one document it was opened with, and alone. */
export function guardContents(contents: GuardedContents): void {
  contents.on('will-navigate', stay);
  contents.on('will-frame-navigate', stay);
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

function stay(event: Pick<Event, 'preventDefault'> & { readonly url: string }): void {
  // Loading the same document again is how a page starts afresh.
  if (!isOwnDocument(event.url)) event.preventDefault();
}
