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
  expect(stderr).toMatch(/There is no bid nowhere\. It has:\n {2}\S+ {2}Tamebrook Green Consortium/);
  expect(existsSync(path.join(folder, 'c.docx'))).toBe(false);
});

test('a day that does not exist is no date', async () => {
  const { exitCode, stderr } = await call('agreement', 'w.muster', '--date', '2026-02-30', '--out', 'c.docx');
  expect(exitCode).toBe(2);
  expect(stderr).toMatch('There is no day 2026-02-30.');
});

test.each([
  [
    'bid',
    '--final',
    ['There is no answer to question 1.3. (Responses)', 'Nobody does "Weekly inspection of 23 play areas"'],
  ],
  ['agreement', '--execution', ['What happens when the members cannot decide? (Documents)']],
] as const)('export %s %s is refused with every reason and where each is mended', async (kind, option, reasons) => {
  const { exitCode, stderr } = await call(kind, 'w.muster', option, '--out', 'c.docx');
  expect(exitCode).toBe(1);
  expect(stderr).toContain('Nothing was written.');
  for (const reason of reasons) expect(stderr).toContain(reason);
  expect(existsSync(path.join(folder, 'c.docx'))).toBe(false);
});

test('in a folder a draft is named after its version, says on its pages that it is one, and lists what is open', async () => {
  const { exitCode, stdout } = await call('bid', 'w.muster', '--date', '2026-11-23', '--no-page-numbers', '--out', '.');
  expect(exitCode).toBe(0);
  const name = 'Joint bid document Parks and cemeteries grounds maintenance draft 1 2026-11-23.docx';
  expect(stdout).toContain(`Wrote ${name}.\n`);
  expect(stdout).toContain('Open: There is no answer to question 1.3.');
  const words = wordsOf(readFileSync(path.join(folder, name)));
  expect(words).toContain('Draft 1 of 23 November 2026. Not for submission.');
  expect(words).toContain('[Not answered yet]');
});
