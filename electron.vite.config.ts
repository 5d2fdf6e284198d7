import { readFileSync } from 'node:fs';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { HtmlTagDescriptor, Plugin } from 'vite';
import { thirdPartyNotices } from './electron/thirdPartyNotices.ts';

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- npm itself refuses a package.json without a version
const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')) as { version: string };

const notices = thirdPartyNotices(import.meta.dirname);

const main = 'renderer/src/main.ts';
const screens = 'renderer/src/screens.tsx';

/** Every module that is fetched with the one before the database is open, and with the other. */
const withMain = new Set<string>();
const withScreens = new Set<string>();

/**
 * The database is opened before the screens are evaluated, so that what opens it comes in a piece of its own; and the page
 * names the pieces of the screens, so that they are fetched and compiled meanwhile.
 */
function openingFirst(): Plugin {
  return {
    name: 'opening-first',
    renderStart() {
      const follow = (id: string, found: Set<string>): void => {
        for (const imported of this.getModuleInfo(id)?.importedIds ?? []) {
          if (found.has(imported)) continue;
          found.add(imported);
          follow(imported, found);
        }
      };
      for (const id of this.getModuleIds()) {
        if (id.endsWith(main)) follow(id, withMain);
        if (id.endsWith(screens)) follow(id, withScreens.add(id));
      }
    },
    transformIndexHtml: {
      order: 'post',
      handler: (html, { bundle = {} }) => {
        const pieces = Object.values(bundle).filter((piece) => piece.type === 'chunk');
        const first = pieces.find(({ moduleIds }) => moduleIds.some((id) => id.endsWith(screens)));
        if (first === undefined) return [];
        return [
          ...[first.fileName, ...first.imports]
            .filter((file) => !html.includes(file))
            .map((file) => linkTo(file, 'modulepreload')),
          ...Array.from(first.viteMetadata?.importedCss ?? [], (file) => linkTo(file, 'stylesheet')),
        ];
      },
    },
  };
}

function linkTo(file: string, rel: string): HtmlTagDescriptor {
  return { tag: 'link', attrs: { rel, crossorigin: true, href: `./${file}` }, injectTo: 'head' };
}

// Everything is bundled, so that the packaged application carries no node_modules.
export default defineConfig({
  main: {
    plugins: [notices.collect()],
    build: {
      lib: { entry: 'electron/main/index.ts' },
      externalizeDeps: false,
    },
  },
  preload: {
    plugins: [notices.collect()],
    build: {
      // A sandboxed preload cannot load further files: one self-contained CommonJS file.
      lib: { entry: 'electron/preload/index.ts', formats: ['cjs'] },
      externalizeDeps: false,
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react(), openingFirst(), notices.write()],
    define: { 'import.meta.env.APP_VERSION': JSON.stringify(version) },
    worker: { format: 'es', plugins: () => [notices.collect()] },
    build: {
      rollupOptions: {
        input: 'renderer/index.html',
        output: {
          // Text of plain ASCII is read in half the time, and kept in half the memory.
          charset: 'ascii',
          // All that opens the database runs at every start, so that it is compiled before it is called.
          postBanner: ({ name }) => (name === 'opening' ? '//# allFunctionsCalledOnLoad' : ''),
          // What every start needs comes in three pieces, and what several pages share in another: sixty small requests
          // cost more than they save.
          codeSplitting: {
            groups: [
              { name: 'opening', test: (id: string) => withMain.has(id) || id.includes('preload-helper'), priority: 3 },
              {
                name: 'libraries',
                test: (id: string) => withScreens.has(id) && id.includes('node_modules'),
                priority: 2,
              },
              { name: 'start', test: (id: string) => withScreens.has(id), priority: 1 },
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
