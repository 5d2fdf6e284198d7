import { fileURLToPath } from 'node:url';
import type { BrowserContext, Page } from '@playwright/test';
import { inProfile, seed } from './browser.ts';
import { longBid, longBidRecords } from './longBid.ts';
import { type Finding, seriesOf } from './measure.ts';
import { noticesFile } from './notices.ts';

const rounds = 5;
const patience = 300_000;

/** The longest task on the window's own thread while a page of notices is imported, and while Word files are written. */
export async function measureLongTasks(address: string): Promise<readonly Finding[]> {
  const files = await inProfile(address, async (context) => {
    await seed(context, longBidRecords());
    return inTurn({
      'Longest task while the agreement is saved as Word': () => savingWord(context, 'Consortium agreement'),
      'Longest task while a bid document of 60 pages is saved as Word': () => savingWord(context, 'Joint bid document'),
    });
  });
  const imports = await inTurn({
    'Longest task while a page of 100 notices is imported': () =>
      inProfile(address, async (context) => {
        await seed(context, {});
        return importing(context);
      }),
  });
  return [...imports, ...files];
}

/** Milliseconds. On a machine with other work a task waits for the processor; what it computes stays the same. */
interface Longest {
  readonly time: number;
  readonly computing: number;
}

async function inTurn(measures: Readonly<Record<string, () => Promise<Longest>>>): Promise<readonly Finding[]> {
  const runs = new Map(Object.keys(measures).map((what) => [what, [] as Longest[]]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [what, measure] of Object.entries(measures)) runs.get(what)?.push(await measure());
  }
  return [...runs].flatMap(([what, series]): readonly Finding[] => {
    const time = seriesOf(series.map((each) => each.time));
    const computing = seriesOf(series.map((each) => each.computing));
    return [
      { what, unit: 'ms', measured: time, floor: null, figure: time.median, target: 50 },
      {
        what: `${what}: computing`,
        unit: 'ms',
        measured: computing,
        floor: null,
        figure: computing.median,
        target: null,
      },
    ];
  });
}

/** From the file being chosen until the notices stand in the list. */
async function importing(context: BrowserContext): Promise<Longest> {
  const page = await context.newPage();
  await page.goto('/#/tenders/notices/import');
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a file' }).click();
  const chooser = await choosing;
  const longest = await longestTask(page, async () => {
    await chooser.setFiles(fileURLToPath(noticesFile));
    await page.getByRole('button', { name: /^Import all 100 notices$/ }).click({ timeout: patience });
    await page.getByRole('heading', { level: 1, name: 'Notices', exact: true }).waitFor({ timeout: patience });
    await page.getByRole('grid', { name: 'Notices' }).waitFor({ timeout: patience });
  });
  await page.close();
  return longest;
}

/** From the button being pressed until the browser has the file. */
async function savingWord(context: BrowserContext, title: string): Promise<Longest> {
  const page = await context.newPage();
  // The dialog for saving belongs to the system; without it the browser downloads.
  await page.addInitScript(() => delete window.showSaveFilePicker);
  await page.goto(`/#/bids/${longBid().id}/documents`);
  await page.getByText(title, { exact: true }).first().click();
  await page.getByRole('region', { name: `Preview: ${title}` }).waitFor({ timeout: patience });
  const longest = await longestTask(page, async () => {
    const arriving = page.waitForEvent('download', { timeout: patience });
    await page.getByRole('button', { name: 'Save draft as Word' }).click();
    await arriving;
  });
  await page.close();
  return longest;
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds from beginning to end, and of them those in which the thread was computing. */
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** The longest task that Chromium traces on the main thread of a page while `work` is done. */
async function longestTask(page: Page, work: () => Promise<void>): Promise<Longest> {
  const devTools = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Chromium's trace format
  devTools.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  const includedCategories = ['disabled-by-default-devtools.timeline', '__metadata'];
  await devTools.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { recordMode: 'recordAsMuchAsPossible', includedCategories },
  });
  await work();
  const complete = new Promise((resolve) => devTools.once('Tracing.tracingComplete', resolve));
  await devTools.send('Tracing.end');
  await complete;
  await devTools.detach();
  const thread = ({ pid, tid }: TraceEvent): string => `${pid}/${tid}`;
  const windows = new Set(
    events.flatMap((event) =>
      event.name === 'thread_name' && event.args?.name === 'CrRendererMain' ? [thread(event)] : [],
    ),
  );
  const tasks = events.filter((event) => event.name === 'RunTask' && event.ph === 'X' && windows.has(thread(event)));
  if (tasks.length === 0) throw new Error('Chromium traced no tasks.');
  return {
    time: Math.max(...tasks.map(({ dur = 0 }) => dur)) / 1000,
    computing: Math.max(...tasks.map(({ tdur = 0 }) => tdur)) / 1000,
  };
}
