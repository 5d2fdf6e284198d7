import { describe, expect, test } from 'vitest';
import { browserCandidates, type Computer, findBrowser } from '../../electron/browser/findBrowser.ts';

const linux: Computer = { platform: 'linux', env: { HOME: '/home/ada' } };
const mac: Computer = { platform: 'darwin', env: { HOME: '/Users/ada' } };
const windows: Computer = {
  platform: 'win32',
  env: {
    PROGRAMFILES: 'C:\\Program Files',
    'PROGRAMFILES(X86)': 'C:\\Program Files (x86)',
    LOCALAPPDATA: 'C:\\Users\\ada\\AppData\\Local',
  },
};

describe('where browsers are', () => {
  test.each<[string, Computer, string, string]>([
    ['Chrome on Debian', linux, '/usr/bin/google-chrome-stable', '/home/ada/.local/share/muster/browser/chrome'],
    ['Chromium on Debian', linux, '/usr/bin/chromium', '/home/ada/.local/share/muster/browser/chromium'],
    ['Chromium as a snap', linux, '/snap/bin/chromium', '/home/ada/snap/chromium/common/muster'],
    ['Edge on Linux', linux, '/usr/bin/microsoft-edge-stable', '/home/ada/.local/share/muster/browser/edge'],
    [
      'Chrome on a Mac',
      mac,
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Users/ada/Library/Application Support/Muster/browser/chrome',
    ],
    [
      'Edge on Windows',
      windows,
      'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
      'C:\\Users\\ada\\AppData\\Local\\Muster\\browser\\edge',
    ],
    [
      'Chrome installed for one user on Windows',
      windows,
      'C:\\Users\\ada\\AppData\\Local\\Google\\Chrome\\Application\\chrome.exe',
      'C:\\Users\\ada\\AppData\\Local\\Muster\\browser\\chrome',
    ],
  ])('%s', (_, computer, executable, profile) => {
    expect(browserCandidates(computer)).toContainEqual({ executable, profile });
  });

  test('the profile follows XDG_DATA_HOME', () => {
    const computer: Computer = { platform: 'linux', env: { HOME: '/home/ada', XDG_DATA_HOME: '/data' } };
    expect(findBrowser(computer, (file) => file === '/usr/bin/chromium')).toEqual({
      executable: '/usr/bin/chromium',
      profile: '/data/muster/browser/chromium',
    });
  });
});

describe('which browser is used', () => {
  test('none where none is installed', () => {
    expect(findBrowser(linux, () => false)).toBeUndefined();
  });

  test('the one that holds the data, even after another was installed', () => {
    const there = new Set([
      '/usr/bin/google-chrome',
      '/usr/bin/chromium',
      '/home/ada/.local/share/muster/browser/chromium',
    ]);
    expect(findBrowser(linux, (file) => there.has(file))?.executable).toBe('/usr/bin/chromium');
  });
});
