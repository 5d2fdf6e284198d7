import { expect, test } from 'vitest';
import { isFileName, savableName } from '../../shared/host/fileName.ts';

test.each([
  'Our bid.muster',
  'Consortium agreement – draft 3 (final).docx',
  'Cydweithrediad Cymunedol.csv',
  '協會 中文.csv',
  'תאגיד.csv',
  'x',
  'no extension',
  'a.b.c',
  'console.csv',
  'com10.csv',
  'com.csv',
  `${'n'.repeat(193)}.muster`,
])('%s can be written everywhere', (name) => {
  expect(isFileName(name)).toBe(true);
});

// Reserved names and characters: Microsoft, "Naming Files, Paths, and Namespaces".
test.each([
  ['nothing', ''],
  ['blanks', '   '],
  ['a parent folder', '..'],
  ['this folder', '.'],
  ['a path', 'a/b.csv'],
  ['a path of Windows', String.raw`a\b.csv`],
  ['a drive', 'C:x.csv'],
  ['an alternate stream', 'x.csv:hidden'],
  ['a NUL', 'x\0.csv'],
  ['a line break', 'x\n.csv'],
  ['a C1 control', 'x\u0085.csv'],
  ['a wildcard', '*.csv'],
  ['a question mark', 'why?.csv'],
  ['a quotation mark', '"x".csv'],
  ['markup', '<b>x.csv'],
  ['a device', 'CON'],
  ['a device with an extension', 'nul.csv'],
  ['a device with two extensions', 'aux.tar.gz'],
  ['a serial port', 'Com1.muster'],
  ['a printer port with a superscript', 'LPT².csv'],
  ['a dot at the end', 'x.csv.'],
  ['a blank at the end', 'x.csv '],
  ['a hidden file', '.bashrc'],
  ['text turned round to hide an extension', 'invoice\u202Evsc.exe'],
  ['an isolate', 'invoice\u2067.csv'],
  ['half a character', 'x\uD83C.csv'],
  ['more bytes than a file system takes', 'é'.repeat(101)],
  ['ten thousand characters', 'n'.repeat(10_000)],
])('%s is no file name', (_what, name) => {
  expect(isFileName(name)).toBe(false);
});

test.each([
  ['Our bid.docx', 'Our bid.docx'],
  ['What is our price?.xlsx', 'What is our price_.xlsx'],
  ['../../.bashrc', '_.._.bashrc'],
  [String.raw`C:\Windows\evil.exe`, 'C__Windows_evil.exe'],
  ['CON.pdf', '_CON.pdf'],
  ['invoice\u202Efdp.exe', 'invoice_fdp.exe'],
  ['.hidden', 'hidden'],
  ['name. . ', 'name'],
  ['two\nlines.pdf', 'two_lines.pdf'],
  ['', 'file'],
  ['...', 'file'],
  [`${'é'.repeat(200)}.pdf`, `${'é'.repeat(98)}.pdf`],
])('%j is saved as %j', (name, savable) => {
  expect(savableName(name)).toBe(savable);
  expect(isFileName(savable)).toBe(true);
});

test('whatever a file is called, there is a name to save it under', () => {
  const pieces = ['a', '.', ' ', '/', '\\', '\0', '\u202E', '\uD83C', '😀', 'con', 'nul.', ':', '?', 'é'.repeat(90)];
  let state = 7;
  const next = (below: number): number => (state = (state * 48271) % 2147483647) % below;
  for (let round = 0; round < 2000; round += 1) {
    const name = Array.from({ length: next(8) }, () => pieces[next(pieces.length)]).join('');
    expect([name, isFileName(savableName(name))]).toEqual([name, true]);
  }
});
