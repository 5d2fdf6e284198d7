import type { IpcMain, IpcMainInvokeEvent, WebFrameMain } from 'electron';
import { describe, expect, test, vi } from 'vitest';
import { serveHost } from '../../electron/main/ipc.ts';
import type { Host } from '../../shared/host/host.ts';
import { maximumBytes } from '../../shared/host/limits.ts';
import { parseRequest } from '../../shared/host/requests.ts';

const token = '0b1f6d0e-7d0c-4c53-9c0e-2f3a5b7c9d11';
const marker = { workspaceId: token, database: 'muster' };
const save = { kind: 'workspace', suggestedName: 'Our bid.muster', bytes: new Uint8Array([1]) };

/** The window's own top frame, as Electron describes it. */
const ownFrame = { parent: null, origin: 'app://bundle' };

function servedHost() {
  type Listener = Parameters<IpcMain['handle']>[1];
  const listeners = new Map<string, Listener>();
  const ipcMain = {
    handle: (channel: string, listener: Listener) => void listeners.set(channel, listener),
  } satisfies Pick<IpcMain, 'handle'>;
  const answered = vi.fn();
  // Every method of the contract answers with its own name.
  const methods = Object.keys(parseRequest).map((method) => [
    method,
    async (...request: unknown[]) => {
      answered(method, ...request);
      return method;
    },
  ]);
  const log: string[] = [];
  serveHost(ipcMain, Object.fromEntries(methods) as Host, (line) => log.push(line));
  const invoke = (method: string, request: readonly unknown[], frame: Partial<WebFrameMain> | null = ownFrame) =>
    listeners.get(`host:${method}`)?.({ senderFrame: frame } as IpcMainInvokeEvent, ...request) as Promise<unknown>;
  return { listeners, answered, invoke, log };
}

const wellFormed: Readonly<Record<keyof Host, readonly unknown[]>> = {
  info: [],
  saveFile: [save],
  openFile: ['spreadsheet'],
  takeOpenedFile: [],
  reveal: [token],
  readMarker: [],
  writeMarker: [marker],
  listFiles: ['snapshots'],
  readFile: ['setAside', 'Before opening.muster', -64],
  writeFile: ['setAside', 'Before opening.muster', new Uint8Array([1]), 'refuse'],
  appendFile: ['journal', 'one.jsonl', 0, new Uint8Array([1])],
  removeFile: ['snapshots', 'old.muster'],
  removeHalfWritten: ['snapshots'],
  secondFolder: [],
  chooseSecondFolder: [],
  allowSecondFolder: [],
  forgetSecondFolder: [],
  freeSpace: [],
  revealData: [],
};
const requests = Object.entries(wellFormed);

test('the page reaches the requests of the contract and no others', () => {
  expect([...servedHost().listeners.keys()].sort()).toEqual(requests.map(([method]) => `host:${method}`).sort());
});

test.each(requests)('%s is answered when it is well formed', async (method, request) => {
  const host = servedHost();
  expect(await host.invoke(method, request)).toBe(method);
  expect(host.answered.mock.calls).toEqual([[method, ...request]]);
  expect(host.log).toEqual([]);
});

describe.each([
  ['a frame that is gone', null],
  ['a frame inside the page', { parent: {} as WebFrameMain, origin: 'app://bundle' }],
  ['a foreign page', { parent: null, origin: 'https://example.org' }],
  ['a page of another host', { parent: null, origin: 'app://bundle.example' }],
  ['a page from a file', { parent: null, origin: 'file://' }],
  ['a sandboxed page', { parent: null, origin: 'null' }],
])('from %s', (_who, frame) => {
  test.each(requests)('%s is refused', async (method, request) => {
    const host = servedHost();
    expect(await host.invoke(method, request, frame)).toEqual({
      kind: 'failed',
      reason: 'refused',
      detail: 'The sender is not the page of Muster.',
    });
    expect(host.answered).not.toHaveBeenCalled();
  });
});

const tooLarge = { byteLength: maximumBytes.workspace + 1, __proto__: Uint8Array.prototype };
const junk: readonly (readonly [keyof Host, string, readonly unknown[]])[] = [
  ['info', 'an argument', ['x']],
  ['saveFile', 'nothing', []],
  ['saveFile', 'null', [null]],
  ['saveFile', 'another kind', [{ ...save, kind: 'programme' }]],
  ['saveFile', 'a path', [{ ...save, suggestedName: '../../.bashrc' }]],
  ['saveFile', 'a path of Windows', [{ ...save, suggestedName: String.raw`C:\Users\x.muster` }]],
  ['saveFile', 'no name', [{ ...save, suggestedName: '' }]],
  ['saveFile', 'text for bytes', [{ ...save, bytes: 'secret content' }]],
  ['saveFile', 'numbers for bytes', [{ ...save, bytes: [1, 2, 3] }]],
  ['saveFile', 'too many bytes', [{ ...save, bytes: tooLarge }]],
  ['saveFile', 'a further field', [{ ...save, path: '/etc/passwd' }]],
  ['saveFile', 'a second argument', [save, '/etc/passwd']],
  ['openFile', 'nothing', []],
  ['openFile', 'a path', ['/etc/passwd']],
  ['openFile', 'a member of every object', ['constructor']],
  ['takeOpenedFile', 'a path', ['/etc/passwd']],
  ['reveal', 'a path', ['/etc/passwd']],
  ['reveal', 'a number', [1]],
  ['readMarker', 'an argument', [{}]],
  ['writeMarker', 'nothing', [undefined]],
  ['writeMarker', 'an empty id', [{ ...marker, workspaceId: '' }]],
  ['writeMarker', 'a very long name', [{ ...marker, database: 'x'.repeat(10_000) }]],
  ['writeMarker', 'a further field', [{ ...marker, more: 1 }]],
  ['listFiles', 'a path', ['/']],
  ['listFiles', 'a folder of its own choosing', ['../snapshots']],
  ['readFile', 'a path', ['setAside', '../workspace.json', 0]],
  ['readFile', 'a hidden file', ['setAside', '.muster-half.tmp', 0]],
  ['readFile', 'half a byte', ['setAside', 'Before.muster', 0.5]],
  ['writeFile', 'a path', ['setAside', '../workspace.json', new Uint8Array([1]), 'replace']],
  ['writeFile', 'no bytes', ['setAside', 'Before.muster']],
  ['writeFile', 'too many bytes', ['setAside', 'Before.muster', tooLarge, 'replace']],
  ['writeFile', 'no word on replacing', ['setAside', 'Before.muster', new Uint8Array([1])]],
  ['appendFile', 'a path', ['journal', '../workspace.json', 0, new Uint8Array([1])]],
  ['appendFile', 'a length below nothing', ['journal', 'one.jsonl', -1, new Uint8Array([1])]],
  ['appendFile', 'text for bytes', ['journal', 'one.jsonl', 0, 'secret content']],
  ['removeFile', 'a path', ['journal', '../workspace.json']],
  ['chooseSecondFolder', 'a path', ['/']],
  ['revealData', 'a path', ['/etc']],
];

test.each(junk)('%s with %s is refused', async (method, _what, request) => {
  const host = servedHost();
  expect(await host.invoke(method, request)).toMatchObject({ kind: 'failed', reason: 'refused' });
  expect(host.answered).not.toHaveBeenCalled();
});

test('a refusal is logged by the name of the request, never with what was in it', async () => {
  const host = servedHost();
  await host.invoke('saveFile', [{ ...save, suggestedName: '../secret', bytes: 'secret content', secret: 1 }]);
  expect(host.log).toHaveLength(1);
  expect(host.log[0]).toMatch(/^host:saveFile refused/);
  expect(host.log[0]).not.toContain('secret');
});
