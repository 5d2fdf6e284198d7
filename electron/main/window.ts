import type { BrowserWindowConstructorOptions } from 'electron';

export interface WindowFacts {
  readonly preload: string;
  readonly icon: string;
  readonly isDark: boolean;
  readonly isPackaged: boolean;
}

/** The only place that decides what a page of Muster may do. */
export function windowOptions({ preload, icon, isDark, isPackaged }: WindowFacts): BrowserWindowConstructorOptions {
  return {
    title: 'Muster',
    icon,
    width: 1280,
    height: 840,
    minWidth: 480,
    minHeight: 400,
    // The colour until the first paint, so that the window does not flash.
    backgroundColor: isDark ? '#242424' : '#ffffff',
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      devTools: !isPackaged,
      // On Windows and Linux the spelling checker would download its dictionaries.
      spellcheck: false,
    },
  };
}
