import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';

/** Where the texts stand of packages that come without one. */
const ownTexts = 'resources/licences';

/** Under this name beside the page, so that the About page can show it and each installer takes it along. */
const noticesFile = 'notices.txt';

interface BundledPackage {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly text: string;
}

/**
 * Collects the packages whose modules end up in what is built, over every part of the build (`collect`), and writes Muster's
 * own licence and the notices of all of them as one file (`write`, in the part that is built last). A package without a licence text
 * ends the build: what is not allowed to be passed on must not be.
 */
export function thirdPartyNotices(root: string): { readonly collect: () => Plugin; readonly write: () => Plugin } {
  const folders = new Set<string>();
  const add = (ids: Iterable<string>): void => {
    for (const folder of Array.from(ids, packageFolder)) if (folder !== null) folders.add(folder);
  };
  const collect = (): Plugin => ({
    name: 'collect-notices',
    generateBundle() {
      add(this.getModuleIds());
    },
  });
  const write = (): Plugin => ({
    name: 'write-notices',
    generateBundle() {
      add(this.getModuleIds());
      // What it adds to every build to load pieces carries no module of its own.
      folders.add(path.join(root, 'node_modules/vite'));
      const packages = [...folders].map((folder) => describe(root, folder));
      const own = readFileSync(path.join(root, 'LICENSE'), 'utf8');
      this.emitFile({ type: 'asset', fileName: noticesFile, source: noticesOf(own, packages) });
    },
  });
  return { collect, write };
}

/** The folder of the package that a module belongs to; `null` for our own modules. */
function packageFolder(id: string): string | null {
  const file = id.replace(/^\0+/, '').replace(/\?.*$/, '');
  const at = file.lastIndexOf('/node_modules/');
  if (at < 0) return null;
  const start = at + '/node_modules/'.length;
  const [scope = '', name = ''] = file.slice(start).split('/', 2);
  return file.slice(0, start) + (scope.startsWith('@') ? `${scope}/${name}` : scope);
}

function describe(root: string, folder: string): BundledPackage {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- npm installs no package without these
  const { name, version, license } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
    readonly name: string;
    readonly version: string;
    readonly license?: string;
  };
  const text = licenceText(root, folder, name);
  if (text === '' || typeof license !== 'string') {
    throw new Error(
      `${name} ${version} comes without a licence text. Find it where the package is made and put it into ${ownTexts}/${fileNameOf(name)}, or do without the package.`,
    );
  }
  return { name, version, licence: license, text };
}

function licenceText(root: string, folder: string, name: string): string {
  const files = readdirSync(folder).filter((file) => /^(?:licen[cs]e|copying|notice)(?:[.-].*)?$/i.test(file));
  const own = path.join(root, ownTexts, fileNameOf(name));
  const paths = [...files.toSorted().map((file) => path.join(folder, file)), ...(existsSync(own) ? [own] : [])];
  const texts = paths.map((file) => readFileSync(file, 'utf8').trim());
  // Vite lists the licences of its own tools after its own; none of them is in what it builds.
  return texts
    .map((text) => text.split(/^# Licenses of bundled dependencies$/m)[0] ?? text)
    .join('\n\n')
    .trim();
}

function fileNameOf(name: string): string {
  return `${name.replace('/', '__')}.txt`;
}

/** Muster's licence, a list of the packages, and the text of each; packages of one text stand above it together. */
function noticesOf(own: string, packages: readonly BundledPackage[]): string {
  const sorted = packages.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const byText = new Map<string, BundledPackage[]>();
  for (const one of sorted) {
    const known = byText.get(one.text);
    if (known === undefined) byText.set(one.text, [one]);
    else if (known.every(({ name, version }) => name !== one.name || version !== one.version)) known.push(one);
  }
  const rule = '-'.repeat(78);
  const parts = [...byText].map(([text, of]) => {
    const names = of.map(({ name, version, licence }) => `${name} ${version} (${licence})`).join('\n');
    return `${rule}\n${names}\n${rule}\n\n${text}\n`;
  });
  return [
    `Muster\n\n${own.trim()}\n`,
    'Muster holds parts of the packages below, each under its own licence.\n',
    ...parts,
  ].join('\n');
}
