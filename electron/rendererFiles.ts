import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { contentSecurityPolicy } from './contentSecurityPolicy.ts';

/** What either shell answers to one request for a file of the built renderer. */
export interface Answer {
  readonly status: 200 | 404 | 405;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array<ArrayBuffer> | null;
}

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

/**
 * Answers a request for `urlPath` (the path of the address, still percent-encoded) from the built renderer in `root`.
 * The caller has checked the host that was asked for. Routes live behind the `#`, so only real files exist.
 */
export async function answerRequest(root: string, method: string, urlPath: string): Promise<Answer> {
  const nonce = randomBytes(16).toString('base64');
  if (method !== 'GET' && method !== 'HEAD') {
    return answer(405, method, nonce, { ...plainText, Allow: 'GET, HEAD' }, encode('Only GET and HEAD.'));
  }
  const file = rendererFile(root, urlPath);
  const bytes = file === undefined ? undefined : await readFile(file).catch(() => undefined);
  if (file === undefined || bytes === undefined) {
    return answer(404, method, nonce, plainText, encode('There is no such file.'));
  }
  const headers = {
    'Content-Type': contentTypes[path.extname(file)] ?? 'application/octet-stream',
    'Cache-Control': cacheControl(root, file),
  };
  return answer(200, method, nonce, headers, path.extname(file) === '.html' ? withNonce(bytes, nonce) : bytes);
}

/** Where below `root` the path of an address points, or undefined where it would leave `root`. */
function rendererFile(root: string, urlPath: string): string | undefined {
  const name = decoded(urlPath);
  // Backslash and colon separate folders, drives and streams on Windows; no built file has them in its name.
  if (name === undefined || /[\0\\:]/.test(name)) return undefined;
  const file = path.join(root, name === '/' ? 'index.html' : name);
  const relative = path.relative(root, file);
  const isOutside = relative === '..' || relative.startsWith(`..${path.sep}`) || path.isAbsolute(relative);
  return isOutside ? undefined : file;
}

function decoded(urlPath: string): string | undefined {
  try {
    return decodeURIComponent(urlPath);
  } catch {
    return undefined;
  }
}

/** The build puts a hash of the content into every name below assets/; a document carries a nonce that is used once. */
function cacheControl(root: string, file: string): string {
  const [folder] = path.relative(root, file).split(path.sep);
  return folder === 'assets' ? 'public, max-age=31536000, immutable' : 'no-store';
}

function withNonce(html: Uint8Array, nonce: string): Uint8Array {
  return encode(new TextDecoder().decode(html).replaceAll('__NONCE__', nonce));
}

const plainText = { 'Content-Type': 'text/plain; charset=utf-8' };

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function answer(
  status: Answer['status'],
  method: string,
  nonce: string,
  headers: Readonly<Record<string, string>>,
  body: Uint8Array,
): Answer {
  return {
    status,
    headers: {
      ...headers,
      'Content-Length': String(body.byteLength),
      'Content-Security-Policy': contentSecurityPolicy(nonce),
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
    },
    body: method === 'HEAD' ? null : new Uint8Array(body),
  };
}
