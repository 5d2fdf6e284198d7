import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningServer, serveRenderer } from '../../electron/browser/server.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'muster-server-'));
const root = path.join(folder, 'renderer');
let server: RunningServer;

beforeAll(async () => {
  mkdirSync(path.join(root, 'assets'), { recursive: true });
  writeFileSync(path.join(root, 'index.html'), '<!doctype html><meta name="csp-nonce" content="__NONCE__">');
  writeFileSync(path.join(root, 'assets/index-4f2a.js'), 'export {};');
  writeFileSync(path.join(folder, 'secret.txt'), 'not for the page');
  mkdirSync(path.join(folder, 'renderer-of-another'));
  writeFileSync(path.join(folder, 'renderer-of-another/index.html'), 'not for the page');
  const served = await serveRenderer(root, 0);
  if (!served.ok) throw new Error(served.error);
  server = served.value;
});

afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

interface Question {
  readonly path?: string;
  readonly method?: string;
  /** With PORT in place of the port that the server listens on. */
  readonly host?: string;
}

/** Asks with exactly this path and Host header, both of which `fetch` would tidy up. */
function ask({ path: asked = '/', method = 'GET', host = '127.0.0.1:PORT' }: Question) {
  const { hostname, port } = new URL(server.address);
  return new Promise<{ status: number | undefined; headers: Record<string, unknown>; body: string }>(
    (resolve, reject) => {
      const headers = { host: host.replace('PORT', port) };
      const sent = request({ hostname, port, path: asked, method, headers }, (answer) => {
        let body = '';
        answer.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
        answer.on('end', () => resolve({ status: answer.statusCode, headers: answer.headers, body }));
      });
      sent.on('error', reject).end();
    },
  );
}

describe('who may ask', () => {
  test.each([
    ['127.0.0.1:PORT', 200],
    ['localhost:PORT', 421],
    ['127.0.0.1', 421],
    ['127.0.0.1:1', 421],
    ['evil.example:PORT', 421],
    ['127.0.0.1.evil.example:PORT', 421],
    ['[::1]:PORT', 421],
  ])('Host "%s" is answered with %i', async (host, status) => {
    expect(await ask({ host })).toMatchObject({ status });
  });

  test('a refused host is told the address that works, and nothing of the application', async () => {
    const { body } = await ask({ host: 'localhost:PORT' });
    expect(body).toContain(server.address);
    expect(body).not.toContain('doctype');
  });

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])('%s is refused', async (method) => {
    expect(await ask({ method })).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } });
  });

  test('the server listens on the loopback address only', () => {
    expect(new URL(server.address).hostname).toBe('127.0.0.1');
  });
});

describe('what is answered', () => {
  test('the document carries a nonce that its policy names, and another one each time', async () => {
    const nonces = new Set<string | undefined>();
    for (const _ of [1, 2]) {
      const { headers, body } = await ask({});
      const nonce = /content="([^"]+)"/.exec(body)?.[1];
      expect(headers['content-security-policy']).toContain(`'nonce-${String(nonce)}'`);
      nonces.add(nonce);
    }
    expect(nonces.size).toBe(2);
    expect(nonces).not.toContain('__NONCE__');
  });

  test('HEAD has the headers of GET and no body', async () => {
    const { status, headers, body } = await ask({ method: 'HEAD', path: '/assets/index-4f2a.js' });
    expect({ status, body, length: headers['content-length'] }).toEqual({ status: 200, body: '', length: '10' });
    expect(headers['content-type']).toMatch(/^text\/javascript/);
  });

  test('a query does not hide the file', async () => {
    expect(await ask({ path: '/index.html?x=1' })).toMatchObject({ status: 200 });
  });

  test.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/../../secret.txt',
    '/..%5csecret.txt',
    '/../renderer-of-another/index.html',
    '//etc/passwd',
    '/index.html%00.js',
    '/%',
    '/assets',
    '/missing.js',
    'http://127.0.0.1/../secret.txt',
  ])('%s is not found', async (asked) => {
    const { status, body } = await ask({ path: asked });
    expect({ status, body }).toEqual({ status: 404, body: expect.stringMatching(/no such file/) });
  });
});

describe('a port that is taken', () => {
  test('is recognised when Muster itself is there', async () => {
    expect(await serveRenderer(root, Number(new URL(server.address).port))).toEqual({
      ok: false,
      error: 'musterIsRunning',
    });
  });

  test('is reported when a program is there that does not speak HTTP', async () => {
    const other = await occupy();
    const bound = other.address();
    if (bound === null || typeof bound === 'string') throw new Error('not bound');
    expect(await serveRenderer(root, bound.port)).toEqual({ ok: false, error: 'portTaken' });
    other.close();
  });
});

function occupy(): Promise<Server> {
  return new Promise((resolve) => {
    const other = createServer((socket) => socket.end('hello\r\n'));
    other.listen(0, '127.0.0.1', () => resolve(other));
  });
}
