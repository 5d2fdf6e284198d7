import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { answerAppRequest, appScheme } from '../../electron/main/appProtocol.ts';
import { answerRequest } from '../../electron/rendererFiles.ts';
import { temporaryFolder } from './temporaryFolder.ts';

const page = '<meta name="csp-nonce" content="__NONCE__"><title>Muster</title>';

/** A built renderer with a secret above it, and a folder beside it whose name starts with the same letters. */
async function builtRenderer(): Promise<string> {
  const folder = await temporaryFolder();
  const root = path.join(folder, 'renderer');
  await mkdir(path.join(root, 'assets'), { recursive: true });
  await mkdir(path.join(folder, 'renderer-secret'));
  await writeFile(path.join(folder, 'secret.txt'), 'secret');
  await writeFile(path.join(folder, 'renderer-secret/file.txt'), 'secret');
  await writeFile(path.join(root, 'index.html'), page);
  if (process.platform !== 'win32') {
    // Here these are ordinary names, so that it shows whether they are refused.
    await writeFile(path.join(root, '..\\secret.txt'), 'secret');
    await writeFile(path.join(root, 'index.html::$DATA'), 'secret');
  }
  await writeFile(path.join(root, '..kept.js'), 'a name that only begins with dots');
  await writeFile(path.join(root, 'assets/main-a1b2.js'), 'let é;');
  await writeFile(path.join(root, 'assets/solver-c3d4.wasm'), new Uint8Array([0, 97, 115, 109]));
  return root;
}

const ask = async (address: string, method = 'GET') =>
  answerAppRequest(await builtRenderer(), new Request(address, { method }));

test.each([
  ['app://bundle/', 'text/html; charset=utf-8', 'no-store'],
  ['app://bundle/index.html', 'text/html; charset=utf-8', 'no-store'],
  ['app://bundle/index.html?query#/organisations', 'text/html; charset=utf-8', 'no-store'],
  ['app://bundle/assets/main-a1b2.js', 'text/javascript; charset=utf-8', 'public, max-age=31536000, immutable'],
  ['app://bundle/assets/solver-c3d4.wasm', 'application/wasm', 'public, max-age=31536000, immutable'],
  ['app://bundle/..kept.js', 'text/javascript; charset=utf-8', 'no-store'],
])('%s is answered as %s', async (address, type, cache) => {
  const answer = await ask(address);
  expect([answer.status, answer.headers.get('Content-Type'), answer.headers.get('Cache-Control')]).toEqual([
    200,
    type,
    cache,
  ]);
});

test.each([
  ['a parent', '/../secret.txt'],
  ['an encoded parent', '/%2e%2e/secret.txt'],
  ['an encoded separator', '/..%2fsecret.txt'],
  ['a parent after a folder', '/assets/..%2f..%2fsecret.txt'],
  ['twice encoded dots', '/%252e%252e/secret.txt'],
  ['a sibling whose name starts the same', '/..%2frenderer-secret/file.txt'],
  ['a backslash', '/..\\secret.txt'],
  ['an encoded backslash', '/..%5csecret.txt'],
  ['a drive', '/C:/Windows/win.ini'],
  ['an alternate stream', '/index.html::$DATA'],
  ['an absolute path', '//etc/passwd'],
  ['a NUL', '/index.html%00.js'],
  ['broken encoding', '/%E0%A4%A'],
  ['a folder', '/assets'],
  ['a folder with a slash', '/assets/'],
  ['the folder above', '/..'],
  ['no path', ''],
  ['a route of the application', '/organisations'],
  ['a name far too long', `/${'a'.repeat(5_000)}`],
])('%s in the path finds no file', async (_what, urlPath) => {
  const root = await builtRenderer();
  expect((await answerRequest(root, 'GET', urlPath)).status).toBe(404);
  const answer = await answerAppRequest(root, new Request(`app://bundle${urlPath}`));
  expect(await answer.text()).not.toContain('secret');
});

test.each(['app://other/index.html', 'app://bundle.example/index.html', 'app:///index.html', 'app://BUNDLE@x/'])(
  'the host of %s is not ours',
  async (address) => {
    const root = await builtRenderer();
    // `Request` would refuse the credentials in the last one, so only what is read of it is given.
    const answer = await answerAppRequest(root, { url: address, method: 'GET' } as Request);
    expect(answer.status).toBe(404);
  },
);

test('HEAD answers with the headers of GET and no body', async () => {
  const [get, head] = [
    await ask('app://bundle/assets/main-a1b2.js'),
    await ask('app://bundle/assets/main-a1b2.js', 'HEAD'),
  ];
  expect(head.status).toBe(200);
  expect(head.headers.get('Content-Length')).toBe('7');
  expect(head.headers.get('Content-Type')).toBe(get.headers.get('Content-Type'));
  expect(await head.text()).toBe('');
});

test.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])('%s is not allowed', async (method) => {
  const answer = await ask('app://bundle/index.html', method);
  expect([answer.status, answer.headers.get('Allow')]).toEqual([405, 'GET, HEAD']);
});

test('every document gets a nonce of its own, in the page and in the policy', async () => {
  const nonces = await Promise.all(
    Array.from({ length: 20 }, async () => {
      const answer = await ask('app://bundle/');
      const nonce = /content="([^"]+)"/.exec(await answer.text())?.[1] ?? '';
      expect(answer.headers.get('Content-Security-Policy')).toContain(`'nonce-${nonce}'`);
      return nonce;
    }),
  );
  expect(new Set(nonces).size).toBe(20);
  // 128 bits, as the Content Security Policy specification asks for.
  expect(nonces.every((nonce) => Buffer.from(nonce, 'base64').length >= 16)).toBe(true);
});

test.each([
  ['a document', '/index.html', 'GET'],
  ['a script, which may be a worker', '/assets/main-a1b2.js', 'GET'],
  ['a missing file', '/missing', 'GET'],
  ['a refused method', '/', 'POST'],
])('%s carries the policy and the other security headers', async (_what, urlPath, method) => {
  const { headers } = await answerRequest(await builtRenderer(), method, urlPath);
  const policy = headers['Content-Security-Policy']?.replace(/'nonce-[^']+'/, "'nonce-N'").split('; ') ?? [];
  expect(Object.fromEntries(policy.map((directive) => directive.split(/ (.*)/)))).toEqual({
    'default-src': "'none'",
    'script-src': "'self' 'wasm-unsafe-eval'",
    'worker-src': "'self'",
    'style-src': "'self' 'nonce-N'",
    'img-src': "'self' data: blob:",
    'font-src': "'self'",
    'connect-src': "'self'",
    'base-uri': "'none'",
    'form-action': "'none'",
    'frame-src': "'none'",
    'frame-ancestors': "'none'",
    'object-src': "'none'",
  });
  expect(headers).toMatchObject({
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
  });
});

test('the scheme is a secure, standard origin and no more', () => {
  expect(appScheme).toEqual({
    scheme: 'app',
    privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
  });
});
