import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { muster } from '../../electron/cli/muster.ts';
import { callerIn } from './callerIn.ts';
import { wordsOf } from '../support/documentSteps.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'muster-documents-'));
  copyFileSync(fileURLToPath(new URL('../../resources/sample.muster', import.meta.url)), path.join(folder, 'w.muster'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function call(...args: readonly string[]) {
  return muster(['export', ...args], callerIn(folder));
}

test.each([
  ['agreement', 'Kestrel Row CIC'],
  ['bid', 'Length: 160 of 750 words.'],
])('export %s writes the same Word file each time, and replaces none unasked', async (kind, words) => {
  const options = ['w.muster', '--date', '2026-11-23', '--no-page-numbers'];
  expect(await call(kind, ...options, '--out', 'a.docx')).toMatchObject({ exitCode: 0 });
  expect(await call(kind, ...options, '--out', 'b.docx')).toMatchObject({ exitCode: 0 });
  const bytes = readFileSync(path.join(folder, 'a.docx'));
  expect(bytes.equals(readFileSync(path.join(folder, 'b.docx')))).toBe(true);
  expect(wordsOf(bytes)).toContain(words);
  expect(await call(kind, ...options, '--out', 'a.docx')).toMatchObject({
    exitCode: 1,
    stderr: expect.stringContaining('exists and was left'),
  });
});

test('a bid that is not there is refused with those that are', async () => {
  const { exitCode, stderr } = await call('bid', 'w.muster', '--bid', 'nowhere', '--out', 'c.docx');
  expect(exitCode).toBe(1);
  expect(stderr).toMatch(/There is no bid nowhere\. It has:\n {2}\S+ {2}Tamebrook Green Partnership/);
  expect(existsSync(path.join(folder, 'c.docx'))).toBe(false);
});

test('a day that does not exist is no date', async () => {
  const { exitCode, stderr } = await call('agreement', 'w.muster', '--date', '2026-02-30', '--out', 'c.docx');
  expect(exitCode).toBe(2);
  expect(stderr).toMatch('There is no day 2026-02-30.');
});
