import { expect, test } from 'vitest';
import { windowOptions } from '../../electron/main/window.ts';

const facts = { preload: '/preload.cjs', icon: '/icon.png', isDark: false, isPackaged: true };

test('a released window is sandboxed, isolated and without developer tools', () => {
  expect(windowOptions(facts)).toEqual({
    title: 'Muster',
    icon: '/icon.png',
    width: 1280,
    height: 840,
    minWidth: 480,
    minHeight: 400,
    backgroundColor: '#ffffff',
    webPreferences: {
      preload: '/preload.cjs',
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      devTools: false,
      spellcheck: false,
    },
  });
});

test('while it is being developed, the developer tools are all that differs', () => {
  const { webPreferences, ...rest } = windowOptions({ ...facts, isPackaged: false });
  const released = windowOptions(facts);
  expect(rest).toEqual({ ...released, webPreferences: undefined });
  expect(webPreferences).toEqual({ ...released.webPreferences, devTools: true });
});
