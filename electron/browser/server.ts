import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { answerRequest } from '../rendererFiles.ts';
import { err, ok, type Result } from '../../shared/domain/basics/result.ts';

/**
 * The port is part of the origin, and so of the place where people's data is: it never changes once released.
 * It lies below the ranges from which systems take ports for outgoing connections.
 */
export const standardPort = 28787;

const host = '127.0.0.1';
const serverName = 'Muster';

export interface RunningServer {
  readonly address: string;
  stop(): Promise<void>;
}

export type ServeProblem = 'musterIsRunning' | 'portTaken' | 'portNotAllowed';

/** Serves the built renderer in `root` to this computer only. Port 0 takes any free one. */
export async function serveRenderer(root: string, port: number): Promise<Result<RunningServer, ServeProblem>> {
  const server = createServer(answerFrom(root));
  const problem = await listen(server, port);
  if (problem === undefined) return ok({ address: addressOf(portOf(server)), stop: () => stop(server) });
  if (problem.code === 'EACCES') return err('portNotAllowed');
  if (problem.code !== 'EADDRINUSE') throw problem;
  return err((await isMuster(addressOf(port))) ? 'musterIsRunning' : 'portTaken');
}

export function addressOf(port: number): string {
  return `http://${host}:${String(port)}`;
}

function answerFrom(root: string): RequestListener {
  return (request, response) => {
    response.setHeader('Server', serverName);
    const expected = `${host}:${String(request.socket.localPort)}`;
    // A foreign name that has been made to point at this computer (DNS rebinding) reaches nothing. Neither does
    // `localhost`: to the browser it is another origin, and so another, empty workspace.
    if (request.headers.host !== expected) {
      response.writeHead(421, { 'Content-Type': 'text/plain' }).end(`Muster answers at http://${expected} only.`);
      return;
    }
    answerRequest(root, request.method ?? '', pathOf(request)).then(
      ({ status, headers, body }) => response.writeHead(status, headers).end(body ?? undefined),
      () => response.writeHead(500, { 'Content-Type': 'text/plain' }).end('The file could not be read.'),
    );
  };
}

function pathOf(request: IncomingMessage): string {
  return (request.url ?? '').replace(/[?#].*$/, '');
}

function listen(server: Server, port: number): Promise<NodeJS.ErrnoException | undefined> {
  return new Promise((resolve) => {
    server.once('error', resolve);
    server.listen(port, host, () => resolve(undefined));
  });
}

function portOf(server: Server): number {
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('The server is not bound to a port.');
  return bound.port;
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

async function isMuster(address: string): Promise<boolean> {
  try {
    const answer = await fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(2_000), redirect: 'manual' });
    return answer.headers.get('Server') === serverName;
  } catch {
    return false;
  }
}
