import { existsSync } from 'node:fs';
import path from 'node:path';

/** The parts of this computer that decide which browsers are looked for and where data is kept. */
export interface Computer {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
}

export interface Browser {
  readonly executable: string;
  /**
   * The browser profile that Muster keeps for itself, one for each browser because none may open the profile of
   * another. People's data is in it, so its place never changes once released.
   */
  readonly profile: string;
}

type Product = 'chrome' | 'chromium' | 'edge' | 'brave';

const products: readonly Product[] = ['chrome', 'chromium', 'edge', 'brave'];

const linuxCommands: Readonly<Record<Product, readonly string[]>> = {
  chrome: ['/usr/bin/google-chrome-stable', '/usr/bin/google-chrome', '/opt/google/chrome/chrome'],
  // The snap comes before chromium-browser, which on Ubuntu only starts the snap.
  chromium: ['/usr/bin/chromium', '/snap/bin/chromium', '/usr/bin/chromium-browser'],
  edge: ['/usr/bin/microsoft-edge-stable', '/usr/bin/microsoft-edge'],
  brave: ['/usr/bin/brave-browser', '/usr/bin/brave', '/snap/bin/brave'],
};

const macApplications: Readonly<Record<Product, string>> = {
  chrome: 'Google Chrome',
  chromium: 'Chromium',
  edge: 'Microsoft Edge',
  brave: 'Brave Browser',
};

const windowsPrograms: Readonly<Record<Product, string>> = {
  chrome: String.raw`Google\Chrome\Application\chrome.exe`,
  chromium: String.raw`Chromium\Application\chrome.exe`,
  edge: String.raw`Microsoft\Edge\Application\msedge.exe`,
  brave: String.raw`BraveSoftware\Brave-Browser\Application\brave.exe`,
};

/** Where a browser of the Chromium family may be, in the order in which they are tried. */
export function browserCandidates(computer: Computer): readonly Browser[] {
  return products.flatMap((product) =>
    executables(product, computer).map((executable) => ({
      executable,
      profile: profileFolder(computer, product, executable.startsWith('/snap/')),
    })),
  );
}

/** The installed browser to use: the one that already holds Muster's data, otherwise the first there is. */
export function findBrowser(computer: Computer, exists: (file: string) => boolean = existsSync): Browser | undefined {
  const installed = browserCandidates(computer).filter(({ executable }) => exists(executable));
  return installed.find(({ profile }) => exists(profile)) ?? installed[0];
}

function executables(product: Product, { platform, env }: Computer): readonly string[] {
  if (platform === 'win32') {
    return [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']]
      .filter((root) => root !== undefined)
      .map((root) => path.win32.join(root, windowsPrograms[product]));
  }
  if (platform === 'darwin') {
    const name = macApplications[product];
    return ['/Applications', `${env['HOME'] ?? ''}/Applications`].map(
      (folder) => `${folder}/${name}.app/Contents/MacOS/${name}`,
    );
  }
  return linuxCommands[product];
}

function profileFolder({ platform, env }: Computer, product: Product, isSnap: boolean): string {
  if (platform === 'win32') return path.win32.join(env['LOCALAPPDATA'] ?? '', 'Muster', 'browser', product);
  const home = env['HOME'] ?? '/';
  if (platform === 'darwin') return path.posix.join(home, 'Library/Application Support/Muster/browser', product);
  // A snap may write into its own folder only.
  if (isSnap) return path.posix.join(home, 'snap', product, 'common/muster');
  return path.posix.join(env['XDG_DATA_HOME'] ?? path.posix.join(home, '.local/share'), 'muster/browser', product);
}
