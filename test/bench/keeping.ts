import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { inProfile, openProbe } from './browser.ts';
import { compared, type Finding, seriesOf } from './measure.ts';
import type { Peer } from './pages/keeping.ts';

const warmUp = 30;
const rows = 100_000;
const rounds = 5;
const peers = ['muster', 'json', 'dexieExportImport'] as const satisfies readonly Peer[];

/** What the work outside the database costs: the journal at every command, backups and restores, the check at the start. */
export async function measureKeeping(address: string): Promise<readonly Finding[]> {
  const { commands, floor } = await inProfile(address, async (context) => {
    const page = await openProbe(context);
    return page.evaluate((count) => window.keepingProbe.journalled(count), 330);
  });
  const backups: Record<Peer, Run[]> = { muster: [], json: [], dexieExportImport: [] };
  const restores: Record<Peer, Run[]> = { muster: [], json: [], dexieExportImport: [] };
  const held: Run[] = [];
  const checks: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    await inProfile(address, async (context) => {
      const filling = await openProbe(context);
      await filling.evaluate((count) => window.keepingProbe.fill('bench-large', count), rows);
      checks.push(await filling.evaluate(() => window.keepingProbe.compareHeads('bench-large')));
      await filling.close();
      held.push(await inNewPage(context, (page) => page.evaluate(() => window.keepingProbe.hold('bench-large'))));
      for (const by of peers) {
        backups[by].push(
          await inNewPage(context, (page) =>
            page.evaluate((peer) => window.keepingProbe.backUp(peer, 'bench-large'), by),
          ),
        );
        restores[by].push(
          await inNewPage(context, (page) =>
            page.evaluate((peer) => window.keepingProbe.restore(peer, 'bench-large'), by),
          ),
        );
      }
    });
  }
  const time = (runs: readonly Run[]) => runs.map(({ milliseconds }) => milliseconds);
  const memory = (runs: readonly Run[]) => runs.map(({ megabytes }) => megabytes);
  const against = (what: string, runs: Record<Peer, Run[]>): Finding[] => [
    compared(`${what} of 100,000 rows`, time(runs.muster), 'dexie-export-import', time(runs.dexieExportImport), 1),
    compared(`${what} of 100,000 rows`, time(runs.muster), 'plain JSON, unverified', time(runs.json), 10),
    compared(`${what}: peak memory of the page`, memory(runs.muster), 'the rows in memory once', memory(held), 2),
    compared(`${what}: peak memory of the page`, memory(runs.muster), 'plain JSON', memory(runs.json), 2),
  ];
  return [
    compared(
      'A command with its line in the journal',
      commands.slice(warmUp),
      'a bare transaction and a bare flush of as many bytes',
      floor.slice(warmUp),
      1.3,
    ),
    ...against('Backup', backups),
    ...against('Restore', restores),
    {
      what: 'Start-up check with 100,000 rows',
      unit: 'ms',
      measured: seriesOf(checks),
      floor: null,
      figure: seriesOf(checks).median,
      target: 100,
    },
  ];
}

interface Run {
  readonly milliseconds: number;
  /** The most memory that the page's process had resident, beyond what it had before. */
  readonly megabytes: number;
}

type Context = Parameters<Parameters<typeof inProfile>[1]>[0];

async function inNewPage(context: Context, work: (page: Page) => Promise<number>): Promise<Run> {
  const before = new Set(renderers());
  const page = await openProbe(context);
  const own = renderers().find((pid) => !before.has(pid));
  const idle = own === undefined ? NaN : peakMegabytes(own);
  const milliseconds = await work(page);
  const megabytes = own === undefined ? NaN : peakMegabytes(own) - idle;
  await page.close();
  return { milliseconds, megabytes };
}

/** The processes of pages, on Linux; the figures of memory are missing elsewhere. */
function renderers(): readonly number[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => commandLine(pid).includes('--type=renderer'))
    .map(Number);
}

function commandLine(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}

function peakMegabytes(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Math.round(Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1] ?? NaN) / 1024);
}
