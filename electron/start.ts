import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runBrowserShell } from './browser/browserShell.ts';
import { findBrowser } from './browser/findBrowser.ts';
import { build, isBuilt } from './launch/build.ts';
import { downloadElectron, downloadFailedLately, installedElectron } from './launch/electronBinary.ts';
import { help, parseStartOptions, type StartOptions } from './launch/options.ts';
import { mayOpenBrowser, planStart, type Surroundings } from './launch/plan.ts';
import { runElectron } from './launch/runElectron.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

process.exitCode = await start(process.argv.slice(2));

async function start(args: readonly string[]): Promise<number> {
  const options = parseStartOptions(args);
  if (!options.ok) {
    console.error(`${options.error}\n\n${help}`);
    return 2;
  }
  if (options.value.help) {
    console.log(help);
    return 0;
  }
  if (!isBuilt(root)) {
    console.log('Building Muster…');
    if (!build(root)) {
      console.error('Muster could not be built; the reason is above.');
      return 1;
    }
  }
  return run(options.value);
}

async function run(options: StartOptions): Promise<number> {
  const surroundings = look(options.forceBrowser);
  const plan = planStart(surroundings);
  if (plan.shell === 'browser') {
    if (plan.because !== undefined) console.log(plan.because);
    return inBrowser(options, surroundings);
  }
  if (plan.shell === 'electronAfterDownload') console.log('Downloading Electron, once, for at most three minutes…');
  const executable = plan.shell === 'electron' ? installedElectron(root) : await downloadElectron(root);
  if (executable === undefined) {
    console.log('Electron could not be downloaded, so Muster runs in a browser.');
    return inBrowser(options, surroundings);
  }
  const ended = await runElectron(executable, [root, ...(options.sample ? ['--sample'] : [])]);
  if (ended !== 'couldNotStart') return ended;
  console.log('Electron could not start on this computer, so Muster runs in a browser.');
  return inBrowser(options, surroundings);
}

function look(forceBrowser: boolean): Surroundings {
  const { platform, env } = process;
  return {
    platform,
    isRoot: process.getuid?.() === 0,
    hasDisplay: platform === 'win32' || platform === 'darwin' || Boolean(env['DISPLAY'] ?? env['WAYLAND_DISPLAY']),
    electron:
      installedElectron(root) === undefined
        ? downloadFailedLately(root, Date.now())
          ? 'failedLately'
          : 'missing'
        : 'installed',
    forceBrowser,
  };
}

function inBrowser(options: StartOptions, surroundings: Surroundings): Promise<number> {
  return runBrowserShell({
    root: path.join(root, 'out/renderer'),
    port: options.port,
    path: options.sample ? '/#/open-sample' : '/',
    browser: options.open && mayOpenBrowser(surroundings) ? findBrowser(process) : undefined,
  });
}
