import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { expect, test } from '../support/browserShell.ts';
import { patience } from '../support/machine.ts';

// `npm start` as a person runs it, as a process of its own; the other specs run its server inside the test.

const root = fileURLToPath(new URL('../..', import.meta.url));
/** A source that changed since the build is built first. */
const startLimit = { timeout: patience(45_000) };

const started = new Set<ChildProcess>();

test.afterEach(() => {
  for (const child of started) child.kill('SIGKILL');
  started.clear();
});

function start(...args: string[]) {
  const child = spawn(process.execPath, ['--import=tsx', 'electron/start.ts', '--browser', '--no-open', ...args], {
    cwd: root,
  });
  started.add(child);
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = once(child, 'exit').then(() => child.exitCode);
  return { child, ended, output: () => output };
}

async function freePort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const bound = server.address();
  server.close();
  return String(typeof bound === 'object' ? bound?.port : bound);
}

test('npm start serves the application, and Ctrl+C stops it and frees the port', async ({ page }) => {
  const port = await freePort();
  const { child, ended, output } = start('--port', port);
  await expect.poll(output, startLimit).toContain('Press Ctrl+C to stop.');
  expect(output()).toContain(`http://127.0.0.1:${port}/`);
  await page.goto(`http://127.0.0.1:${port}/`);
  await expect(page.locator('#root')).not.toBeEmpty();

  child.kill('SIGINT');

  expect(await ended).toBe(0);
  const again = createServer().listen(Number(port), '127.0.0.1');
  await once(again, 'listening');
  again.close();
});

test('npm start -- --sample gives the address of the sample workspace', async () => {
  const port = await freePort();
  const { output } = start('--port', port, '--sample');
  await expect.poll(output, startLimit).toContain(`http://127.0.0.1:${port}/#/open-sample`);
});

test('a second npm start says that Muster is running already, and is no error', async () => {
  const port = await freePort();
  const first = start('--port', port);
  await expect.poll(first.output, startLimit).toContain('Press Ctrl+C to stop.');
  const second = start('--port', port);
  expect(await second.ended).toBe(0);
  expect(second.output()).toContain(`already running at http://127.0.0.1:${port}/`);
});

test('a port that another program has is named, with what to do', async () => {
  const other = createServer((socket) => socket.end('hello')).listen(0, '127.0.0.1');
  await once(other, 'listening');
  const bound = other.address();
  const port = String(typeof bound === 'object' ? bound?.port : bound);
  const { ended, output } = start('--port', port);
  expect(await ended).toBe(1);
  expect(output()).toContain(`Port ${port} is in use by another program`);
  expect(output()).toContain('--port N');
  other.close();
});

test('what is not understood is answered with the help', async () => {
  const { ended, output } = start('--nonsense');
  expect(await ended).toBe(2);
  expect(output()).toContain('--nonsense');
  expect(output()).toContain('--sample');
});
