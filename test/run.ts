import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { checks } from './support/runner/checks.ts';
import { getChromium, howToGetChromium } from './support/runner/getChromium.ts';
import { readPlaywrightReport, readVitestReport } from './support/runner/reports.ts';
import { failed, passed, type Step, type Tally, tool } from './support/runner/step.ts';
import { slowness } from './support/machine.ts';

const reports = mkdtempSync(path.join(tmpdir(), 'muster-test-'));
let isBuilt = false;

const steps: readonly Step[] = [
  ...checks,
  { name: 'unit tests', run: unitTests },
  { name: 'build', run: build },
  { name: 'window tests', run: windowTests },
  { name: 'faults', run: faults },
];

/** Ten minutes before CI ends a run: what is left by then is said to be skipped, whatever the machine. */
const endsAt = Date.now() + 80 * 60_000;
/** What is kept of that for the faults. */
const faultsMs = 10 * 60_000;

if (slowness > 1.5) console.log(`This machine is about ${slowness} times slower than the usual one; limits follow it.`);
const tallies: Tally[] = [];
const summary: string[] = [];
for (const step of process.argv[2] === 'check' ? checks : steps) {
  console.log(`— ${step.name}`);
  const startedAt = Date.now();
  const tally = await runSafely(step);
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
  const note = tally.note === undefined ? '' : `; ${tally.note}`;
  tallies.push(tally);
  summary.push(
    `${tally.failed === 0 ? 'ok  ' : 'FAIL'} ${step.name.padEnd(14)} ${inWords(tally)} in ${seconds} s${note}`,
  );
}
rmSync(reports, { recursive: true, force: true });

const total = tallies.reduce((sum, tally) => ({
  passed: sum.passed + tally.passed,
  failed: sum.failed + tally.failed,
  skipped: sum.skipped + tally.skipped,
}));
console.log(`\n${summary.join('\n')}\n${inWords(total)}`);
process.exitCode = total.failed === 0 ? 0 : 1;

async function runSafely(step: Step): Promise<Tally> {
  try {
    return await step.run();
  } catch (problem) {
    return { ...failed, note: problem instanceof Error ? problem.message : String(problem) };
  }
}

function inWords({ passed, failed, skipped }: Tally): string {
  return `${String(passed)} passed, ${String(failed)} failed, ${String(skipped)} skipped`;
}

async function unitTests(): Promise<Tally> {
  const file = path.join(reports, 'vitest.json');
  const { ok } = await tool('vitest/vitest.mjs', [
    'run',
    '--config=test/vitest.config.ts',
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  return readVitestReport(file, ok);
}

async function build(): Promise<Tally> {
  isBuilt = (await tool('electron-vite/bin/electron-vite.js', ['build', '--logLevel', 'warn'])).ok;
  return isBuilt ? passed : failed;
}

async function windowTests(): Promise<Tally> {
  if (!isBuilt) return { ...failed, note: 'not run, because nothing was built' };
  const chromium = await getChromium();
  const args = ['test', '--config=test/playwright.config.ts'];
  if (chromium === undefined) return skipped(args);
  const file = path.join(reports, 'playwright.json');
  const limitMs = Math.max(60_000, endsAt - faultsMs - Date.now());
  const startedAt = Date.now();
  // Ends by itself, so that it reports what was run by then.
  const timely = [...args, '--reporter=list,json', `--global-timeout=${limitMs}`];
  const { ok } = await tool('@playwright/test/cli.js', timely, {
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: file, MUSTER_CHROMIUM: chromium },
    limitMs: limitMs + 60_000,
    show: 'always',
  });
  return readPlaywrightReport(file, ok, Date.now() - startedAt >= limitMs);
}

/** Injects some of every fault; without a Chromium those that need none. */
async function faults(): Promise<Tally> {
  const chromium = await getChromium();
  const env = chromium === undefined ? {} : { MUSTER_CHROMIUM: chromium };
  const limitMs = Math.max(60_000, endsAt - Date.now());
  const startedAt = Date.now();
  const args = ['test/faults/index.ts', '--short'];
  const { ok, stdout } = await tool('tsx/dist/cli.mjs', args, { env, limitMs, show: 'always' });
  const [, passed, failed, skipped] = /^faults: (\d+) passed, (\d+) failed, (\d+) skipped/m.exec(stdout) ?? [];
  if (passed === undefined && Date.now() - startedAt >= limitMs) {
    return { passed: 0, failed: 0, skipped: 1, note: 'this machine was too slow for it; run npm run test:faults' };
  }
  if (passed === undefined) return { passed: 0, failed: 1, skipped: 0, note: 'it ended without a table' };
  return { passed: Number(passed), failed: ok ? 0 : Math.max(1, Number(failed)), skipped: Number(skipped) };
}

async function skipped(args: readonly string[]): Promise<Tally> {
  const { stdout } = await tool('@playwright/test/cli.js', [...args, '--list']);
  const count = /^Total: (\d+) test/m.exec(stdout)?.[1];
  return count === undefined
    ? { ...failed, note: 'the window tests cannot even be listed' }
    : { passed: 0, failed: 0, skipped: Number(count), note: howToGetChromium };
}
