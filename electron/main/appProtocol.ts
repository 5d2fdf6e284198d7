import type { CustomScheme } from 'electron';
import { answerRequest } from '../rendererFiles.ts';
import { host, scheme } from './identity.ts';

/**
 * `standard` gives the origin its IndexedDB, `secure` makes it a secure context (cryptography, storage persistence).
 * `bypassCSP` and `allowServiceWorkers` stay off.
 */
export const appScheme: CustomScheme = {
  scheme,
  privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
};

/** Answers `app://bundle/…` from the built renderer in `root`, and nothing else. */
export async function answerAppRequest(root: string, request: Request): Promise<Response> {
  const address = new URL(request.url);
  if (address.host !== host) return new Response(null, { status: 404 });
  const { status, headers, body } = await answerRequest(root, request.method, address.pathname);
  return new Response(body, { status, headers });
}
