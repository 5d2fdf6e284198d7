import { app } from './app.ts';
import { BrowserWindow } from './browserWindow.ts';
import { obey } from './control.ts';
import { ipcMain } from './ipc.ts';
import { protocol, session } from './session.ts';

/**
 * The module `electron` for the main process of Muster where there is no Electron: as much of it as Muster uses, over
 * a real Chromium. A member that is missing here fails loudly. A spec scripts what a person would answer by putting
 * its own function in place of one of `dialog`, as it does in the real Electron.
 */
const dialog = {
  showSaveDialog: async () => ({ canceled: true, filePath: '' }),
  showOpenDialog: async () => ({ canceled: true, filePaths: [] }),
  showMessageBox: async () => ({ response: 1, checkboxChecked: false }),
};
const shell = { showItemInFolder(): void {} };
const crashReporter = { start(): void {} };
const nativeTheme = { shouldUseDarkColors: false };
const Menu = { buildFromTemplate: (template: unknown) => template, setApplicationMenu(): void {} };

obey({ app, BrowserWindow, dialog, ipcMain, session, shell });

export { app, BrowserWindow, crashReporter, dialog, ipcMain, Menu, nativeTheme, protocol, session, shell };
