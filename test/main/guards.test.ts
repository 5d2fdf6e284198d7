import type { PermissionRequest, Session, WebContents } from 'electron';
import { describe, expect, test, vi } from 'vitest';
import { type GuardedContents, type GuardedSession, guardContents, guardSession } from '../../electron/main/guards.ts';
import { fakeEvents } from './fakeEvents.ts';

type RequestHandler = NonNullable<Parameters<Session['setPermissionRequestHandler']>[0]>;
type Permission = Parameters<RequestHandler>[1];

// Typed by Electron's own list: a permission that a later Electron adds has to be decided here.
const permissions: Readonly<Record<Permission, boolean>> = {
  'clipboard-sanitized-write': true,
  'persistent-storage': true,
  ar: false,
  'automatic-fullscreen': false,
  'background-fetch': false,
  'background-sync': false,
  'captured-surface-control': false,
  'clipboard-read': false,
  'deprecated-sync-clipboard-read': false,
  'display-capture': false,
  fileSystem: false,
  fullscreen: false,
  geolocation: false,
  'geolocation-approximate': false,
  'hand-tracking': false,
  hid: false,
  'idle-detection': false,
  keyboardLock: false,
  'local-fonts': false,
  'local-network': false,
  'local-network-access': false,
  'loopback-network': false,
  media: false,
  mediaKeySystem: false,
  midi: false,
  midiSysex: false,
  nfc: false,
  notifications: false,
  openExternal: false,
  'payment-handler': false,
  'periodic-background-sync': false,
  pointerLock: false,
  'screen-wake-lock': false,
  sensors: false,
  serial: false,
  'smart-card': false,
  'speaker-selection': false,
  'storage-access': false,
  'system-wake-lock': false,
  'top-level-storage-access': false,
  usb: false,
  vr: false,
  'web-app-installation': false,
  'web-printing': false,
  'window-management': false,
  unknown: false,
};
const table = Object.entries(permissions) as [Permission, boolean][];

function guardedSession() {
  const requests: unknown[][] = [];
  const session = {
    setPermissionRequestHandler: vi.fn<Session['setPermissionRequestHandler']>(),
    setPermissionCheckHandler: vi.fn<Session['setPermissionCheckHandler']>(),
    setDevicePermissionHandler: vi.fn<Session['setDevicePermissionHandler']>(),
    setDisplayMediaRequestHandler: vi.fn<Session['setDisplayMediaRequestHandler']>(),
    webRequest: { onBeforeRequest: (...request: unknown[]) => void requests.push(request) },
  } satisfies GuardedSession;
  guardSession(session);
  const [[ask] = []] = session.setPermissionRequestHandler.mock.calls;
  const [[check] = []] = session.setPermissionCheckHandler.mock.calls;
  const [[device] = []] = session.setDevicePermissionHandler.mock.calls;
  const [[display] = []] = session.setDisplayMediaRequestHandler.mock.calls;
  const page = {} as WebContents;
  return {
    requests,
    device,
    display,
    /** What Chromium is told when a frame asks for the permission, and when it looks whether it has it. */
    answers(permission: Permission, requestingUrl: string, isMainFrame: boolean): readonly (boolean | undefined)[] {
      let asked: boolean | undefined;
      const details: PermissionRequest = { requestingUrl, isMainFrame };
      ask?.(page, permission, (granted) => (asked = granted), details);
      return [asked, check?.(page, permission, requestingUrl, details)];
    },
  };
}

describe('permissions', () => {
  test.each(table)('%s is granted to our own page: %s', (permission, granted) => {
    expect(guardedSession().answers(permission, 'app://bundle/', true)).toEqual([granted, granted]);
  });

  test.each([
    ['https://example.org/', true],
    ['app://bundle.example/', true],
    ['app://bundle@example.org/', true],
    ['app://other/', true],
    ['https://example.org/?app://bundle/', true],
    ['file:///etc/passwd', true],
    ['', true],
    ['app://bundle/', false],
  ])('nothing is granted to %s (main frame: %s)', (address, isMainFrame) => {
    const session = guardedSession();
    const granted = table.filter(([permission]) => session.answers(permission, address, isMainFrame).some(Boolean));
    expect(granted).toEqual([]);
  });

  test('no device is permitted', () => {
    expect(guardedSession().device?.({ deviceType: 'usb', origin: 'app://bundle', device: {} as never })).toBe(false);
  });

  test('no screen is shared', () => {
    const answer = vi.fn();
    guardedSession().display?.({} as never, answer);
    expect(answer.mock.calls).toEqual([[null]]);
  });
});

test('every request to a network is cancelled', () => {
  const [[filter, listener] = []] = guardedSession().requests;
  expect(filter).toEqual({ urls: ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*'] });
  const answer = vi.fn();
  (listener as (details: unknown, answer: (response: unknown) => void) => void)({}, answer);
  expect(answer.mock.calls).toEqual([[{ cancel: true }]]);
});

function guardedContents() {
  const events = fakeEvents();
  const setWindowOpenHandler = vi.fn<WebContents['setWindowOpenHandler']>();
  const contents = { on: events.on, setWindowOpenHandler } satisfies GuardedContents;
  guardContents(contents);
  const isPrevented = (event: string, url: string) => {
    const preventDefault = vi.fn();
    events.emit(event, { url, preventDefault });
    return preventDefault.mock.calls.length > 0;
  };
  return { isPrevented, openHandler: setWindowOpenHandler.mock.calls[0]?.[0] };
}

describe('navigation', () => {
  const elsewhere = [
    'https://example.org/',
    'http://localhost:3000/',
    'https://example.invalid/?next=app://bundle/index.html',
    'https://example.invalid/#app://bundle/index.html',
    'app://bundle.example/index.html',
    'app://bundle@example.org/index.html',
    'app://user@bundle/index.html',
    'app://bundle/assets/main.js',
    'app://bundle/index.html/../assets/x.html',
    'app://bundle/index.html?open=1',
    'APP://BUNDLE/index.html',
    'file:///etc/passwd',
    'data:text/html,<h1>hello</h1>',
    'blob:app://bundle/6fa459ea-ee8a-3ca4-894e-db77e160355e',
    'javascript:alert(1)',
    'about:blank',
    'mailto:someone@example.org',
    '',
  ];

  test.each(elsewhere)('to %s is stopped, in the window and in a frame', (url) => {
    const { isPrevented } = guardedContents();
    expect([isPrevented('will-navigate', url), isPrevented('will-frame-navigate', url)]).toEqual([true, true]);
  });

  test.each(['app://bundle/', 'app://bundle/index.html', 'app://bundle/index.html#/organisations'])(
    'to %s, which is the same document again, goes on',
    (url) => {
      const { isPrevented } = guardedContents();
      expect([isPrevented('will-navigate', url), isPrevented('will-frame-navigate', url)]).toEqual([false, false]);
    },
  );

  test.each(['will-redirect', 'will-attach-webview'])('%s is always stopped', (event) => {
    expect(guardedContents().isPrevented(event, 'app://bundle/index.html')).toBe(true);
  });

  test('no window opens', () => {
    expect(guardedContents().openHandler?.({} as never)).toEqual({ action: 'deny' });
  });
});
