import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readPlaywrightReport, readVitestReport } from '../support/runner/reports.ts';

// `npm test` must not be green over tests that did not run.

const folder = mkdtempSync(path.join(tmpdir(), 'muster-reports-'));
afterAll(() => rmSync(folder, { recursive: true }));

function put(report: unknown): string {
  const file = path.join(folder, 'report.json');
  writeFileSync(file, JSON.stringify(report));
  return file;
}

describe('a run of vitest', () => {
  const good = { numPassedTests: 5, numFailedTests: 0, numPendingTests: 1, numTodoTests: 1, testResults: [] };

  test('is counted as it reports itself', () => {
    expect(readVitestReport(put(good), true)).toEqual({ passed: 5, failed: 0, skipped: 2 });
  });

  test('has failed where a file could not be loaded', () => {
    const testResults = [{ status: 'failed', assertionResults: [] }];
    expect(readVitestReport(put({ ...good, testResults }), false)).toMatchObject({ passed: 5, failed: 1 });
  });

  test('has failed where it ended with an error although every test passed', () => {
    expect(readVitestReport(put(good), false)).toMatchObject({ passed: 5, failed: 1 });
  });
});

describe('a run of Playwright', () => {
  const stats = { expected: 7, unexpected: 1, flaky: 1, skipped: 2 };

  test('says how much passed only when repeated', () => {
    const note = '1 passed only when repeated';
    expect(readPlaywrightReport(put({ stats }), false, false)).toEqual({ passed: 8, failed: 1, skipped: 2, note });
  });

  test('has failed where it ended with an error although every test passed', () => {
    const quiet = { ...stats, unexpected: 0, flaky: 0 };
    expect(readPlaywrightReport(put({ stats: quiet }), false, false)).toMatchObject({ passed: 7, failed: 1 });
  });

  test('has skipped what a slow machine had no time for, and says so', () => {
    const cutShort = { ...stats, unexpected: 0, flaky: 0 };
    const note = 'this machine was too slow for the rest: run npm run test:e2e';
    expect(readPlaywrightReport(put({ stats: cutShort }), false, true)).toEqual({
      passed: 7,
      failed: 0,
      skipped: 2,
      note,
    });
  });

  test('has failed where a test failed before the time ran out', () => {
    expect(readPlaywrightReport(put({ stats }), false, true)).toMatchObject({ failed: 1 });
  });
});

test.each([readVitestReport, readPlaywrightReport])('a run that left no report has failed', (read) => {
  expect(read(path.join(folder, 'missing.json'), true, false)).toMatchObject({ passed: 0, failed: 1 });
});
