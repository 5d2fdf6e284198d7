import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from '@playwright/test';
import type { MainFunction, Muster } from '../muster.ts';
import { pageOrigin } from './address.ts';
import type { Evaluate, FromDouble } from './control.ts';
import { pageScripts } from './pageScripts.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Runs the built main process on the double, in a process of its own. */
export async function launchDouble(args: readonly string[]): Promise<Muster> {
  const child = await start(args);
  const exited = once(child, 'exit');
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${String(await readyPort(child))}`);
  const evaluate = evaluator(child);
  return {
    evaluate,
    window: () => firstOpen(browser),
    async launchAgain(more) {
      const second = await start([...args, ...more]);
      await once(second, 'exit');
      return second.exitCode;
    },
    async kill() {
      child.kill('SIGKILL');
      await exited;
    },
    async close() {
      if (child.connected) await Promise.race([evaluate(({ app }) => app.quit()), exited]);
      await exited;
    },
  };
}

/** The page that shows Muster; it may still be about to open, or another one may be about to take its place. */
async function firstOpen(browser: Browser): Promise<Page> {
  for (let waited = 0; waited < 15_000; waited += 50) {
    const page = browser
      .contexts()[0]
      ?.pages()
      .findLast((one) => one.url().startsWith(pageOrigin));
    if (page !== undefined) return page;
    await setTimeout(50);
  }
  throw new Error('No window was opened.');
}

async function start(args: readonly string[]): Promise<ChildProcess> {
  const register = path.join(root, 'test/support/electronDouble/register.ts');
  const main = path.join(root, 'out/main/index.js');
  return spawn(process.execPath, ['--import=tsx', `--import=${register}`, main, ...args], {
    cwd: root,
    env: { ...process.env, MUSTER_DOUBLE_PAGE_SCRIPTS: JSON.stringify(await pageScripts()) },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    serialization: 'advanced',
  });
}

function readyPort(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.on('message', (message: FromDouble) => {
      if (message.kind === 'ready') resolve(message.devToolsPort);
    });
    child.once('exit', (code) => reject(new Error(`The main process ended with ${String(code)} before it was ready.`)));
  });
}

function evaluator(child: ChildProcess) {
  let lastId = 0;
  return (run: MainFunction, argument = ''): Promise<unknown> => {
    lastId += 1;
    const request: Evaluate = { id: lastId, source: run.toString(), argument };
    return new Promise((resolve, reject) => {
      function listen(message: FromDouble): void {
        if (message.kind === 'ready' || message.id !== request.id) return;
        child.off('message', listen);
        if (message.kind === 'evaluated') resolve(message.value);
        else reject(new Error(message.problem));
      }
      child.on('message', listen);
      child.send(request);
    });
  };
}
