/** What is known about this computer before anything is started. */
export interface Surroundings {
  readonly platform: NodeJS.Platform;
  readonly isRoot: boolean;
  readonly hasDisplay: boolean;
  readonly electron: 'installed' | 'missing' | 'failedLately';
  readonly forceBrowser: boolean;
}

export type Plan =
  | { readonly shell: 'electron' }
  /** Download Electron first, and use the browser should that fail. */
  | { readonly shell: 'electronAfterDownload' }
  /** `because` is the line that tells the user; undefined where the user asked for the browser. */
  | { readonly shell: 'browser'; readonly because: string | undefined };

export function planStart(surroundings: Surroundings): Plan {
  const { platform, isRoot, hasDisplay, electron, forceBrowser } = surroundings;
  if (forceBrowser) return { shell: 'browser', because: undefined };
  if (!hasDisplay)
    return { shell: 'browser', because: 'There is no display here for Electron, so Muster is served to a browser.' };
  if (isRoot && platform === 'linux') {
    return {
      shell: 'browser',
      because: 'Electron does not protect itself when started as root, so Muster is served to a browser.',
    };
  }
  if (electron === 'installed') return { shell: 'electron' };
  if (electron === 'missing') return { shell: 'electronAfterDownload' };
  return {
    shell: 'browser',
    because:
      'Electron could not be downloaded lately, so Muster runs in a browser. To try again: npx install-electron --no',
  };
}

/** Whether a window may be opened in an installed browser: Chromium refuses its sandbox to root. */
export function mayOpenBrowser({ platform, isRoot, hasDisplay }: Surroundings): boolean {
  return hasDisplay && !(isRoot && platform === 'linux');
}
