import { EventEmitter } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ReadStream } from 'node:tty';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { muster } from '../../electron/cli/muster.ts';
import { askAt } from '../../electron/cli/passphrase.ts';
import { callerIn } from './callerIn.ts';
import { cheaplyProtected, passphrase, protectedFixture } from '../workspace/cases/protections.ts';

let folder: string;
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'muster-cli-'));
  writeFileSync(inFolder('locked.muster'), await cheaplyProtected());
  writeFileSync(inFolder('passphrase.txt'), `${passphrase}\r\n`);
  writeFileSync(inFolder('wrong.txt'), passphrase.toUpperCase());
  writeFileSync(inFolder('empty.txt'), '\n');
});
afterEach(() => rmSync(folder, { recursive: true }));

function inFolder(name: string): string {
  return path.join(folder, name);
}

/** Calls `muster` where no terminal is, or where one is at which `typed` is answered. */
function call(args: readonly string[], typed: string | null = null) {
  return muster(args, callerIn(folder, typed));
}

describe('a protected workspace file', () => {
  test('is verified with the passphrase from a file, also one that age protected', async () => {
    writeFileSync(inFolder('by-age.muster'), protectedFixture('by-age.muster'));
    const { exitCode, stdout } = await call(['verify', 'by-age.muster', '--passphrase-file', 'passphrase.txt']);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^by-age\.muster is sound\.\n[^]*Organisations +2\n/);
  });

  test('is verified with the passphrase typed at the terminal', async () => {
    expect(await call(['verify', 'locked.muster'], passphrase)).toMatchObject({ exitCode: 0 });
  });

  test.each([
    ['organisations', 'list.csv', /Kestrel Row CIC/],
    ['calendar', 'dates.ics', /BEGIN:VCALENDAR/],
    ['bid', 'bid.docx', /^PK/],
  ])('is a source for export %s', async (what, out, written) => {
    const words = ['export', what, 'locked.muster', '--out', out, '--passphrase-file', 'passphrase.txt'];
    expect(await call(words)).toMatchObject({ exitCode: 0 });
    expect(readFileSync(inFolder(out), 'latin1')).toMatch(written);
  });

  test.each([
    ['there is no passphrase and no terminal', [], 'Give its passphrase with --passphrase-file FILE.'],
    ['the passphrase is another', ['--passphrase-file', 'wrong.txt'], 'This passphrase does not open the file.'],
    ['the passphrase file is empty', ['--passphrase-file', 'empty.txt'], 'There is no passphrase in empty.txt.'],
    ['there is no passphrase file', ['--passphrase-file', 'none.txt'], 'The passphrase in none.txt cannot be read.'],
  ])('is refused where %s', async (_why, words, sentence) => {
    const { exitCode, stdout, stderr } = await call(['verify', 'locked.muster', ...words]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: undefined });
    expect(stderr).toContain(sentence);
    expect(stderr).toContain('Nothing was changed.');
    expect(stderr).not.toContain(passphrase);
  });

  test('is refused to a script by its kind', async () => {
    const { exitCode, stdout = '' } = await call(['verify', '--json', 'locked.muster']);
    expect(exitCode).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ ok: false, refusal: { kind: 'passphraseNeeded' } });
  });

  test('is opened with the passphrase at no other place on the command line', async () => {
    expect(await call(['verify', 'locked.muster', '--passphrase', passphrase])).toMatchObject({ exitCode: 2 });
  });
});

describe('a passphrase typed at a terminal', () => {
  class Terminal extends EventEmitter {
    isRaw = false;
    readonly setRawMode = vi.fn((raw: boolean) => void (this.isRaw = raw));
    readonly setEncoding = vi.fn();
    readonly pause = vi.fn();
    readonly isTTY: boolean;
    constructor(isTTY: boolean) {
      super();
      this.isTTY = isTTY;
    }
  }

  async function typing(keys: readonly string[], isTTY = true) {
    const terminal = new Terminal(isTTY);
    let said = '';
    const asked = askAt(terminal as unknown as ReadStream, (words) => void (said += words))('Passphrase: ');
    const wasRaw = terminal.isRaw;
    for (const key of keys) terminal.emit('data', key);
    return { typed: await asked, said, wasRaw, isRaw: terminal.isRaw };
  }

  test('is not shown, and the terminal is as before once it is there', async () => {
    const { typed, ...rest } = await typing(['seven otters', '\u007F', 's 中文', '\r']);
    expect(typed).toBe('seven otters 中文');
    expect(rest).toEqual({ said: 'Passphrase: \n', wasRaw: true, isRaw: false });
  });

  test.each(['\u0003', '\u0004'])('is none where the person gives up with %j', async (key) => {
    expect(await typing(['sev', key])).toMatchObject({ typed: null, isRaw: false });
  });

  test('is not asked for where there is no terminal', async () => {
    expect(await typing([], false)).toMatchObject({ typed: null, said: '', wasRaw: false });
  });
});
