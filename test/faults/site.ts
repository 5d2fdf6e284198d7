import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { type RunningServer, serveRenderer } from '../../electron/browser/server.ts';

/** Where the page that streams commands is served: the same at each, with storage of its own. */
export type Addresses = readonly [string, ...string[]];

/** The page that streams commands, built as the application is and served by so many real servers of the browser shell. */
export async function serveStream(folder: string, servers: number): Promise<readonly RunningServer[]> {
  await build({
    root: fileURLToPath(new URL('pages', import.meta.url)),
    configFile: false,
    logLevel: 'error',
    define: { 'import.meta.env.APP_VERSION': JSON.stringify('0.0.0') },
    worker: { format: 'es' },
    build: { outDir: path.join(folder, 'site'), emptyOutDir: true },
  });
  return Promise.all(
    Array.from({ length: servers }, async () => {
      const served = await serveRenderer(path.join(folder, 'site'), 0);
      if (!served.ok) throw new Error(served.error);
      return served.value;
    }),
  );
}
