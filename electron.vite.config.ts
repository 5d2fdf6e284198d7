import { readFileSync } from 'node:fs';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- npm itself refuses a package.json without a version
const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')) as { version: string };

// Everything is bundled, so that the packaged application carries no node_modules.
export default defineConfig({
  main: {
    build: {
      lib: { entry: 'electron/main/index.ts' },
      externalizeDeps: false,
    },
  },
  preload: {
    build: {
      // A sandboxed preload cannot load further files: one self-contained CommonJS file.
      lib: { entry: 'electron/preload/index.ts', formats: ['cjs'] },
      externalizeDeps: false,
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react()],
    define: { 'import.meta.env.APP_VERSION': JSON.stringify(version) },
    worker: { format: 'es' },
    build: {
      rollupOptions: {
        input: 'renderer/index.html',
        output: {
          // Text of plain ASCII is read in half the time, and kept in half the memory.
          charset: 'ascii',
          // What every start needs comes in two pieces, and what several pages share in another: sixty small requests
          // cost more than they save.
          codeSplitting: {
            groups: [
              { name: 'libraries', tags: ['$initial'], test: /node_modules/, priority: 2 },
              { name: 'start', tags: ['$initial'], priority: 1 },
              { name: 'shared', minShareCount: 3 },
            ],
          },
        },
      },
      assetsInlineLimit: 0,
      // electron-vite leaves it out; half the text to read is a faster start.
      minify: true,
      // Two pieces are larger: the editor of answers and the layout of Word pages, each fetched when it is used.
      chunkSizeWarningLimit: 1200,
    },
  },
});
