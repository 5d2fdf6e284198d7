import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { build as viteBuild } from 'vite';
import { serveRenderer } from '../../electron/browser/server.ts';
import { build } from '../../electron/launch/build.ts';
import { chromiumVersion } from './browser.ts';
import { measureCommand } from './command.ts';
import { measureDocuments, pandocVersion } from './documents.ts';
import { measureKeeping } from './keeping.ts';
import { measureLongTasks } from './longTasks.ts';
import type { Finding } from './measure.ts';
import { measureNotices } from './notices.ts';
import { measureStart } from './start.ts';
import { measureTyping } from './typing.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const repository = path.join(here, '../..');
const resultsFile = path.join(here, 'results.json');

const measures = {
  start: measureStart,
  command: measureCommand,
  typing: measureTyping,
  notices: measureNotices,
  keeping: measureKeeping,
  longTasks: measureLongTasks,
  documents: measureDocuments,
};

/** `npm run bench [-- start command …]`: measures, prints a table and writes results.json. */
const chosen = process.argv.slice(2);
const site = await buildSite();
const served = await serveRenderer(site, 0);
if (!served.ok) throw new Error(served.error);
const findings: Finding[] = [];
for (const [name, measure] of Object.entries(measures)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue;
  console.log(`Measuring ${name}…`);
  findings.push(...(await measure(served.value.address)));
}
await served.value.stop();
rmSync(path.dirname(site), { recursive: true, force: true });

console.table(findings.map(row));
if (chosen.length === 0) {
  writeFileSync(
    resultsFile,
    `${JSON.stringify({ machine: machine(), versions: await versions(), findings }, null, 2)}\n`,
  );
  console.log(`Written to ${path.relative(repository, resultsFile)}`);
}
process.exitCode = findings.every(isMet) ? 0 : 1;

/** The built application, and beside it the pages of the bench from the same tools with the same settings. */
async function buildSite(): Promise<string> {
  const out = mkdtempSync(path.join(tmpdir(), 'muster-bench-site-'));
  if (!build(repository, out)) throw new Error('Muster could not be built.');
  const folder = path.join(out, 'renderer');
  await viteBuild({
    root: path.join(here, 'pages'),
    configFile: false,
    logLevel: 'warn',
    plugins: [react()],
    build: {
      // Beside Muster, so that the bare page is served and kept as Muster is.
      outDir: folder,
      emptyOutDir: false,
      rollupOptions: {
        input: ['bare.html', 'probe.html'].map((page) => path.join(here, 'pages', page)),
        output: { charset: 'ascii' },
      },
    },
  });
  return folder;
}

function row(finding: Finding) {
  const { what, measured, floor, figure, target } = finding;
  return {
    what,
    median: measured.median,
    p95: measured.p95,
    floor: floor?.series.median ?? '',
    figure,
    target: target === null ? '' : `≤ ${target}`,
    met: target === null ? '' : isMet(finding) ? 'yes' : 'NO',
  };
}

function isMet({ figure, target }: Finding): boolean {
  return target === null || figure <= target;
}

function machine() {
  return { cpu: cpus()[0]?.model ?? 'unknown', cores: cpus().length, platform: process.platform };
}

async function versions() {
  const { devDependencies } = JSON.parse(readFileSync(path.join(repository, 'package.json'), 'utf8')) as {
    devDependencies: Record<string, string>;
  };
  const named = ['dexie', 'react', '@mantine/core', 'docx', 'vite', '@playwright/test', 'docxtemplater'];
  return {
    node: process.version,
    chromium: await chromiumVersion(),
    ...Object.fromEntries(named.map((name) => [name, devDependencies[name]])),
    pandoc: (await pandocVersion()) ?? 'absent',
  };
}
