import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    include: [
      'test/{domain,rows,journal,safekeeping,workspace,interchange,host,store,word,renderer,main,packaging,shells,cli}/**/*.test.ts',
    ],
    environment: 'node',
    maxWorkers: 2,
  },
});
