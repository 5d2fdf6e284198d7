import { EventEmitter } from 'node:events';
import type { BrowserWindowConstructorOptions } from 'electron';
import { app } from './app.ts';
import { type Contents, createContents } from './contents.ts';

const windows = new Set<BrowserWindow>();

/** The settings without which a page would be less confined than this double makes it. */
const required = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  webSecurity: true,
  webviewTag: false,
};

export class BrowserWindow extends EventEmitter {
  readonly webContents: Contents;

  static getAllWindows(): BrowserWindow[] {
    return [...windows];
  }

  constructor({ webPreferences = {} }: BrowserWindowConstructorOptions) {
    super();
    for (const [name, value] of Object.entries(required)) {
      if (Object.entries(webPreferences).find(([given]) => given === name)?.[1] !== value) {
        throw new Error(`The double only opens windows with ${name}: ${String(value)}`);
      }
    }
    this.webContents = createContents(webPreferences.preload ?? '', () => this.forget());
    windows.add(this);
    app.emit('web-contents-created', {}, this.webContents);
  }

  loadURL(address: string): Promise<void> {
    return this.webContents.loadURL(address);
  }

  isMinimized(): boolean {
    return false;
  }

  restore(): void {
    this.emit('restore');
  }

  focus(): void {
    void this.webContents.bringToFront();
    this.emit('focus');
  }

  destroy(): void {
    void this.webContents.close();
    this.forget();
  }

  private forget(): void {
    if (!windows.delete(this)) return;
    this.emit('closed');
    if (windows.size === 0) app.emit('window-all-closed');
  }
}
