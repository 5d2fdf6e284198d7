import { expect, test } from 'vitest';
import { isFileName } from '../../shared/host/fileName.ts';

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
