import { mkdirSync } from 'node:fs';
import path from 'node:path';
import {
  app,
  BrowserWindow,
  crashReporter,
  dialog,
  ipcMain,
  Menu,
  nativeTheme,
  protocol,
  session,
  shell,
} from 'electron';
import type { Host } from '../../shared/host/host.ts';
import { engineFlags } from '../engineFlags.ts';
import { setDeadDatabasesAside } from '../files/deadDatabases.ts';
import { removeHalfWrittenAtStart } from '../files/wholeFile.ts';
import { answerAppRequest, appScheme } from './appProtocol.ts';
import { crashWatch } from './crash.ts';
import { guardContents, guardSession } from './guards.ts';
import { desktopHost } from './host/desktopHost.ts';
import { openedFileBox, workspaceFileIn } from './host/openedFile.ts';
import { appId, dataFolderName, documentAddress, scheme } from './identity.ts';
import { serveHost } from './ipc.ts';
import { menuTemplate } from './menu.ts';
import { windowOptions } from './window.ts';

// The order of the start, and nothing else. This is the only file that imports Electron itself; the others take what
// they need of it as arguments, so that they run in tests without it.

app.enableSandbox();
app.commandLine.appendSwitch('js-flags', engineFlags);
protocol.registerSchemesAsPrivileged([appScheme]);
app.setAppUserModelId(appId);
const standardFolder = path.join(app.getPath('appData'), dataFolderName);
const dataFolder = path.resolve(app.commandLine.getSwitchValue('user-data-dir') || standardFolder);
mkdirSync(dataFolder, { recursive: true });
app.setPath('userData', dataFolder);
crashReporter.start({ uploadToServer: false });

const built = path.join(import.meta.dirname, '..');
const openedFile = openedFileBox();
let window: BrowserWindow | undefined;

const crashes = crashWatch({
  app,
  reportFolder: path.join(dataFolder, 'reports'),
  versions: `Muster ${app.getVersion()}, Electron ${process.versions.electron}, ${process.platform} ${process.arch}`,
  now: () => new Date(),
  ask: (question) => dialog.showMessageBox(question),
});
process.on('uncaughtException', (problem) => void crashes.mainProcessFailed(problem));
process.on('unhandledRejection', (problem) => void crashes.mainProcessFailed(problem));

// Two processes on one data folder would damage the database.
if (app.requestSingleInstanceLock()) {
  app.on('web-contents-created', (_event, contents) => guardContents(contents));
  app.on('window-all-closed', () => app.quit());
  app.on('second-instance', (_event, argv, folder) => bringToFront(workspaceFileIn(argv, folder)));
  app.on('open-file', (event, file) => {
    event.preventDefault();
    bringToFront(file);
  });
  app.on('child-process-gone', (_event, { type, reason, exitCode }) => {
    if (reason !== 'clean-exit') crashes.report(`${type} process`, `reason ${reason}, exit code ${String(exitCode)}`);
  });
  openedFile.put(workspaceFileIn(process.argv, process.cwd()));
  void app.whenReady().then(start);
} else {
  app.quit();
}

function start(): void {
  setDeadDatabasesAside(path.join(dataFolder, 'IndexedDB'), new Date());
  removeHalfWrittenAtStart(dataFolder);
  guardSession(session.defaultSession);
  protocol.handle(scheme, (request) => answerAppRequest(path.join(built, 'renderer'), request));
  serveHost(ipcMain, host(), console.warn);
  const isMac = process.platform === 'darwin';
  const { isPackaged } = app;
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate({ isMac, isPackaged, page: () => window?.webContents })));
  window = new BrowserWindow(
    windowOptions({
      preload: path.join(built, 'preload/index.cjs'),
      icon: path.join(built, '../resources/icons/icon.png'),
      isDark: nativeTheme.shouldUseDarkColors,
      isPackaged,
    }),
  );
  window.on('closed', () => (window = undefined));
  crashes.watchWindow(window);
  const address = process.argv.includes('--sample') ? `${documentAddress}#/open-sample` : documentAddress;
  window.loadURL(address).catch((problem: unknown) => crashes.report('page', String(problem)));
}

function host(): Host {
  return desktopHost({
    appVersion: app.getVersion(),
    dataFolder,
    documents: app.getPath('documents'),
    takeOpenedFile: openedFile.takeOpenedFile,
    askWhereToSave: (options) => (window ? dialog.showSaveDialog(window, options) : dialog.showSaveDialog(options)),
    askWhatToOpen: (options) => (window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options)),
    showInFolder: (file) => shell.showItemInFolder(file),
  });
}

function bringToFront(file: string | undefined): void {
  openedFile.put(file);
  if (window?.isMinimized()) window.restore();
  window?.focus();
}
