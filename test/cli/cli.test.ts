import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import Papa from 'papaparse';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { muster } from '../../electron/cli/muster.ts';
import { callerIn } from './callerIn.ts';
import { workspaceOf } from '../workspace/craft.ts';
import { idOf } from '../support/ids.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const tsx = new URL('../../node_modules/tsx/dist/loader.mjs', import.meta.url).href;
const cli = path.join(root, 'electron/cli/index.ts');

// Each call starts Node and compiles the command line anew.

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'muster-cli-'));
  copyFileSync(path.join(root, 'test/fixtures/workspaces/v1.muster'), path.join(folder, 'good.muster'));
  writeFileSync(path.join(folder, 'cut.muster'), readFileSync(path.join(folder, 'good.muster')).subarray(0, 2000));
});
afterEach(() => rmSync(folder, { recursive: true }));

function call(...args: readonly string[]) {
  return called({}, ...args);
}

function called(env: NodeJS.ProcessEnv, ...args: readonly string[]) {
  const options = { cwd: folder, encoding: 'utf8', env: { ...process.env, ...env } } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', tsx, cli, ...args], options);
  return { status, stdout, stderr };
}

function inFolder(name: string): string {
  return readFileSync(path.join(folder, name), 'utf8');
}

function names(csv: string): readonly (string | undefined)[] {
  const { data } = Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true });
  return data.map((row) => row['Legal name']);
}

describe('verify', () => {
  test('says what a good workspace holds', () => {
    const { status, stdout, stderr } = call('verify', 'good.muster');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^good\.muster is sound\.\n/);
    expect(stdout).toMatch(/Ash Vale lots 2–4[^]*Organisations +2\n[^]*History +4\n[^]*Attachments +1\n/);
  });

  test('gives a script the same as JSON', () => {
    const { status, stdout } = call('verify', 'good.muster', '--json');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ ok: true, counts: { organisations: 2, history: 4, attachments: 1 } });
  });

  test('refuses a damaged file on stderr, with what to do next', () => {
    const { status, stdout, stderr } = call('verify', 'cut.muster');
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(
      /^cut\.muster: This workspace file is incomplete.* Nothing was changed\. .*earlier copy\.\n$/,
    );
  });

  test('gives a script the refusal as JSON, and still exit code 1', () => {
    const { status, stdout, stderr } = call('verify', '--json', 'cut.muster');
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({ ok: false, refusal: { kind: 'truncated', what: expect.any(String) } });
  });

  test.each([
    ['a file that is not there', 'none.muster', 'There is no such file.'],
    ['a folder', '.', 'This file cannot be read.'],
  ])('refuses %s', (_what, file, sentence) => {
    const { status, stderr } = call('verify', file);
    expect(status).toBe(1);
    expect(stderr).toContain(sentence);
  });

  test('lets no file steer the terminal', () => {
    const workspace = { id: idOf('w'), name: '\u001b[2Jgone\u0007', createdAt: '2026-11-23T22:00:00Z' };
    writeFileSync(path.join(folder, 'steering.muster'), workspaceOf({}, { workspace }));
    const { status, stdout } = call('verify', 'steering.muster');
    expect(status).toBe(0);
    expect(stdout).toContain('\uFFFD[2Jgone\uFFFD');
  });
});

describe('export organisations', () => {
  test('writes the file it is told to, and says so', () => {
    const { status, stdout } = call('export', 'organisations', 'good.muster', '--out', 'list.csv');
    expect({ status, stdout }).toEqual({ status: 0, stdout: 'Wrote 2 organisations to list.csv.\n' });
    expect(names(inFolder('list.csv'))).toEqual(['Kestrel Row CIC', 'Hollowell Trust']);
    expect(readdirSync(folder).sort()).toEqual(['cut.muster', 'good.muster', 'list.csv']);
  });

  test('writes nothing but the CSV to stdout where --out is -', () => {
    const { status, stdout, stderr } = call('export', 'organisations', 'good.muster', '--out', '-');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(names(stdout)).toEqual(['Kestrel Row CIC', 'Hollowell Trust']);
  });

  test('replaces a file only with --force', () => {
    writeFileSync(path.join(folder, 'list.csv'), 'mine');
    const refused = call('export', 'organisations', 'good.muster', '--out', 'list.csv');
    expect(refused).toMatchObject({ status: 1, stdout: '' });
    expect(refused.stderr).toContain('--force');
    expect(inFolder('list.csv')).toBe('mine');
    expect(call('export', 'organisations', 'good.muster', '--out', 'list.csv', '--force').status).toBe(0);
    expect(names(inFolder('list.csv'))).toHaveLength(2);
  });

  test.each([
    ['the workspace is refused', 'cut.muster', 'list.csv'],
    ['the folder is not there', 'good.muster', 'nowhere/list.csv'],
  ])('leaves nothing behind where %s', (_why, workspace, out) => {
    const { status, stdout, stderr } = call('export', 'organisations', workspace, '--out', out);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain('Nothing was changed.');
    expect(readdirSync(folder).sort()).toEqual(['cut.muster', 'good.muster']);
  });
});

describe('the command line', () => {
  test.each([
    [[]],
    [['frobnicate']],
    [['verify']],
    [['verify', 'good.muster', 'cut.muster']],
    [['verify', 'good.muster', '--jsno']],
    [['export', 'good.muster']],
    [['export', 'organisations', 'good.muster']],
    [['export', 'organisations', 'good.muster', '--out']],
  ])('answers %j with exit code 2 and the way to --help', async (args) => {
    const { exitCode, stdout, stderr } = await muster(args, callerIn(folder));
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: undefined });
    expect(stderr).toContain('--help');
  });

  test('ends with exit code 2 for the caller too', () => {
    expect(call('frobnicate')).toMatchObject({ status: 2, stdout: '' });
  });

  test('tells every command in --help, also behind a command', () => {
    const { status, stdout } = call('--help');
    expect(status).toBe(0);
    expect(stdout).toMatch(/verify WORKSPACE[^]*export organisations WORKSPACE --out FILE\.csv[^]*Exit codes/);
    expect(call('verify', '--help').stdout).toBe(stdout);
  });

  test('tells the version in package.json', () => {
    const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };
    expect(call('--version')).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' });
  });

  test('takes paths from the folder in which npm was called', () => {
    const env = { npm_lifecycle_event: 'muster', INIT_CWD: path.join(folder, '..') };
    expect(called(env, 'verify', `${path.basename(folder)}/good.muster`).status).toBe(0);
  });
});
