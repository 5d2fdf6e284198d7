import type { App, BrowserWindow, MessageBoxOptions, MessageBoxReturnValue } from 'electron';
import { writeCrashReport } from './crashReport.ts';

export interface CrashDesktop {
  readonly app: Pick<App, 'whenReady' | 'relaunch' | 'exit'>;
  readonly reportFolder: string;
  readonly versions: string;
  now(): Date;
  ask(question: MessageBoxOptions): Promise<Pick<MessageBoxReturnValue, 'response'>>;
}

type WatchedWindow = Pick<BrowserWindow, 'on' | 'destroy'> & {
  readonly webContents: Pick<BrowserWindow['webContents'], 'on' | 'reload' | 'forcefullyCrashRenderer'>;
};

/** When a part of Muster stops: a report stays on this computer, and the person is asked whether to start it again. */
export function crashWatch(desktop: CrashDesktop) {
  let hasMainProcessFailed = false;
  let lastQuestion: Promise<unknown> = Promise.resolve();

  /** Keeps a report and gives the sentence that says where. */
  function report(part: string, problem: string): string {
    try {
      writeCrashReport(desktop.reportFolder, desktop.versions, { at: desktop.now(), part, problem });
      return `A report is in ${desktop.reportFolder}. It stays on this computer.`;
    } catch {
      return 'A report could not be written.';
    }
  }

  /** One question after another; answers whether the first of the two buttons was chosen. */
  function ask(message: string, detail: string, buttons: [string, string]): Promise<boolean> {
    const question: MessageBoxOptions = { type: 'error', title: 'Muster', message, detail, buttons };
    const answer = lastQuestion.then(async () => {
      await desktop.app.whenReady();
      return (await desktop.ask({ ...question, defaultId: 0, cancelId: 1, noLink: true })).response === 0;
    });
    lastQuestion = answer.catch(() => undefined);
    return answer;
  }

  async function mainProcessFailed(problem: unknown): Promise<void> {
    const detail = report('main process', problem instanceof Error ? String(problem.stack) : String(problem));
    // What has failed once may fail again while the question is open.
    if (hasMainProcessFailed) return;
    hasMainProcessFailed = true;
    if (await ask('Muster has to close', `${savedIsKept} ${detail}`, ['Reopen', 'Close'])) desktop.app.relaunch();
    desktop.app.exit(1);
  }

  function watchWindow(window: WatchedWindow): void {
    const page = window.webContents;
    let isAskingToWait = false;

    async function pageGone(problem: string): Promise<void> {
      const detail = report('page', problem);
      const reopen = await ask('The page of Muster has stopped', `${savedIsKept} ${detail}`, ['Reopen', 'Close']);
      if (reopen) page.reload();
      else window.destroy();
    }

    async function pageSilent(): Promise<void> {
      if (isAskingToWait) return;
      isAskingToWait = true;
      const detail = report('page', 'It does not answer.');
      const wait = await ask('Muster is not answering', `It may be busy. ${savedIsKept} ${detail}`, [
        'Wait',
        'Stop it',
      ]);
      isAskingToWait = false;
      // It is then reported as gone, which asks whether to reopen it.
      if (!wait) page.forcefullyCrashRenderer();
    }

    page.on('render-process-gone', (_event, { reason, exitCode }) => {
      if (reason !== 'clean-exit') void pageGone(`Reason: ${reason}, exit code ${String(exitCode)}.`);
    });
    window.on('unresponsive', () => void pageSilent());
  }

  return { mainProcessFailed, report, watchWindow };
}

const savedIsKept = 'Everything that was shown as saved is kept.';
