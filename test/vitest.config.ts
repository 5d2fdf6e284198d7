import { defineConfig } from 'vitest/config';
import { patience } from './support/machine.ts';

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    include: [
      'test/{domain,rows,journal,safekeeping,workspace,interchange,host,store,word,renderer,main,packaging,shells,cli}/**/*.test.ts',
    ],
    environment: 'node',
    maxWorkers: 2,
    // Only what hangs gets here.
    testTimeout: patience(180_000),
    hookTimeout: patience(60_000),
  },
});
