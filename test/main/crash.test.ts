import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { MessageBoxOptions } from 'electron';
import { expect, test, vi } from 'vitest';
import { type CrashDesktop, crashWatch } from '../../electron/main/crash.ts';
import { fakeEvents } from './fakeEvents.ts';
import { temporaryFolder } from './temporaryFolder.ts';

/** A watched Muster whose person answers each question with the given button. */
async function watched(...buttons: readonly string[]) {
  const reportFolder = path.join(await temporaryFolder(), 'reports');
  const did: string[] = [];
  const questions: MessageBoxOptions[] = [];
  let second = 0;
  const desktop: CrashDesktop = {
    app: {
      whenReady: async () => undefined,
      relaunch: () => void did.push('relaunch'),
      exit: (code) => void did.push(`exit ${String(code)}`),
    },
    reportFolder,
    versions: 'Muster 0.1.0, Electron 45.4.1, linux x64',
    now: () => new Date(Date.UTC(2026, 10, 23, 23, 0, second++)),
    ask: async (question) => {
      const button = buttons[questions.length] ?? 'Close';
      questions.push(question);
      return { response: question.buttons?.indexOf(button) ?? -1 };
    },
  };
  const crashes = crashWatch(desktop);
  const page = fakeEvents();
  const window = fakeEvents();
  crashes.watchWindow({
    on: window.on,
    destroy: () => void did.push('close'),
    webContents: {
      on: page.on,
      reload: () => void did.push('reload'),
      forcefullyCrashRenderer: () => void did.push('end the page'),
    },
  });
  const reports = async () => {
    const names = (await readdir(reportFolder).catch(() => [])).toSorted((a, b) => a.localeCompare(b));
    return Promise.all(names.map((name) => readFile(path.join(reportFolder, name), 'utf8')));
  };
  return { crashes, page, window, did, questions, reports, reportFolder };
}

const gone = (reason: string) => [{}, { reason, exitCode: 5 }];

test.each([
  ['Reopen', 'reload'],
  ['Close', 'close'],
])('a page that crashes leaves a report and offers to reopen: %s', async (button, done) => {
  const muster = await watched(button);
  muster.page.emit('render-process-gone', ...gone('crashed'));
  await vi.waitFor(() => expect(muster.did).toEqual([done]));
  expect(await muster.reports()).toEqual([
    'Muster: the page stopped at 2026-11-23T23:00:00.000Z.\n' +
      'Muster 0.1.0, Electron 45.4.1, linux x64\n\nReason: crashed, exit code 5.\n',
  ]);
  expect(muster.questions[0]?.detail).toContain(muster.reportFolder);
});

test('a page that was closed in the ordinary way is no crash', async () => {
  const muster = await watched();
  muster.page.emit('render-process-gone', ...gone('clean-exit'));
  await Promise.resolve();
  expect(await muster.reports()).toEqual([]);
  expect(muster.questions).toEqual([]);
});

test('a page that does not answer is left alone, or ended and reopened, as the person says', async () => {
  const patient = await watched('Wait');
  patient.window.emit('unresponsive');
  await vi.waitFor(() => expect(patient.questions).toHaveLength(1));
  expect(patient.did).toEqual([]);

  const impatient = await watched('Stop it', 'Reopen');
  impatient.window.emit('unresponsive');
  await vi.waitFor(() => expect(impatient.did).toEqual(['end the page']));
  impatient.page.emit('render-process-gone', ...gone('killed'));
  await vi.waitFor(() => expect(impatient.did).toEqual(['end the page', 'reload']));
});

test('an error in the main process is reported with where it happened, and Muster starts again', async () => {
  const muster = await watched('Reopen');
  await muster.crashes.mainProcessFailed(new Error('broken'));
  expect(muster.did).toEqual(['relaunch', 'exit 1']);
  expect((await muster.reports())[0]).toMatch(/main process stopped[^]*Error: broken\n +at .*crash\.test\.ts/);
});

test('an error that repeats itself asks once and is reported each time', async () => {
  const muster = await watched('Close');
  await Promise.all([1, 2, 3].map((n) => muster.crashes.mainProcessFailed(new Error(String(n)))));
  expect(muster.questions).toHaveLength(1);
  expect(muster.did).toEqual(['exit 1']);
  expect(await muster.reports()).toHaveLength(3);
});

test('the reports do not fill the disk: the newest twenty are kept', async () => {
  const muster = await watched();
  for (let n = 0; n < 25; n++) muster.crashes.report('page', `crash ${String(n)}`);
  const reports = await muster.reports();
  expect(reports).toHaveLength(20);
  expect(reports[0]).toContain('crash 5\n');
  expect(reports[19]).toContain('crash 24\n');
});

test('where no report can be written, the person is told and can still reopen', async () => {
  const muster = await watched('Reopen');
  await writeFile(muster.reportFolder, 'a file where the folder should be');
  muster.page.emit('render-process-gone', ...gone('oom'));
  await vi.waitFor(() => expect(muster.did).toEqual(['reload']));
  expect(muster.questions[0]?.detail).toContain('could not be written');
});
