import { readFileSync } from 'node:fs';
import { bundleForPage } from '../bundleForPage.ts';

export interface PageScripts {
  readonly mainWorld: string;
  readonly preloadWorld: string;
}

const folder = 'test/support/electronDouble/page';
let bundled: Promise<PageScripts> | undefined;

/** The two scripts that run in every page before its own, as text; what they have of the preload is to be added. */
export function pageScripts(): Promise<PageScripts> {
  bundled ??= Promise.all([
    bundleForPage(`${folder}/mainWorld.ts`, 'bridge'),
    bundleForPage(`${folder}/preloadWorld.ts`, 'double'),
  ]).then(([mainWorld, preloadWorld]) => ({ mainWorld: mainWorld.script, preloadWorld: preloadWorld.script }));
  return bundled;
}

export function inMainWorld({ mainWorld }: PageScripts): string {
  return `(() => { ${mainWorld} })();`;
}

/** Runs the preload, which asks for `electron` by `require`, with its half of Electron and nothing else. */
export function inPreloadWorld({ preloadWorld }: PageScripts, preloadFile: string): string {
  // Electron runs no preload in frames inside the page either.
  return `if (window === window.top) {
    (() => {
      ${preloadWorld}
      const require = (name) => {
        if (name === 'electron') return double;
        throw new Error('A sandboxed preload cannot load ' + name);
      };
      const module = { exports: {} };
      ((require, module, exports) => {
        ${readFileSync(preloadFile, 'utf8')}
      })(require, module, module.exports);
    })();
  }`;
}
