import { existsSync, readFileSync } from 'node:fs';
import type { Tally } from './step.ts';

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[];
}

/** The numbers of a run of vitest; a file that could not even be loaded counts as one failure. */
export function readVitestReport(file: string, exitedWell: boolean): Tally {
  if (!existsSync(file)) return crashed;
  const report: VitestReport = JSON.parse(readFileSync(file, 'utf8'));
  const unloadable = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  return withExit(exitedWell, {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloadable.length,
    skipped: report.numPendingTests + report.numTodoTests,
  });
}

interface PlaywrightReport {
  readonly stats: {
    readonly expected: number;
    readonly unexpected: number;
    readonly flaky: number;
    readonly skipped: number;
  };
}

/**
 * The numbers of a run of Playwright. How many tests passed only when repeated is said. Where the time ran out, the tests that
 * were not run count as skipped: a slow machine says nothing against the product.
 */
export function readPlaywrightReport(file: string, exitedWell: boolean, ranOutOfTime: boolean): Tally {
  if (!existsSync(file)) return crashed;
  const { stats }: PlaywrightReport = JSON.parse(readFileSync(file, 'utf8'));
  const notes = [
    ...(stats.flaky > 0 ? [`${String(stats.flaky)} passed only when repeated`] : []),
    ...(ranOutOfTime ? ['this machine was too slow for the rest: run npm run test:e2e'] : []),
  ];
  return withExit(exitedWell || ranOutOfTime, {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    skipped: stats.skipped,
    ...(notes.length > 0 && { note: notes.join('; ') }),
  });
}

const crashed: Tally = { passed: 0, failed: 1, skipped: 0, note: 'it ended without a report' };

/** A tool that ended with an error although every test passed has failed all the same. */
function withExit(exitedWell: boolean, tally: Tally): Tally {
  return exitedWell || tally.failed > 0
    ? tally
    : { ...tally, failed: 1, note: 'it ended with an error outside the tests' };
}
