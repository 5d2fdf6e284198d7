import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

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
    worker: { format: 'es' },
    build: {
      rollupOptions: { input: 'renderer/index.html' },
      assetsInlineLimit: 0,
    },
  },
});
