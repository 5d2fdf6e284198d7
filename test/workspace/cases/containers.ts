import { serialiseWorkspace } from '../../../shared/workspace/serialiseWorkspace.ts';
import { contents, saved } from '../contents.ts';
import {
  directoryEntry,
  find,
  fixture,
  goodFiles,
  manifestOf,
  organisationsPath,
  patched,
  type RefusalCase,
  renamed,
  text,
  workspaceOf,
  zipOf,
} from '../craft.ts';
import { protectedFixture } from './protections.ts';

const good = await serialiseWorkspace(contents, saved);
const files = goodFiles();
const max32 = [0xff, 0xff, 0xff, 0xff];
const twice = renamed(zipOf({ 'note-1.txt': text('1'), 'note-2.txt': text('2') }, {}), 'note-2.txt', 'note-1.txt');

/** The good file with some bytes of the directory's description of the organisations changed. */
function inDirectory(offset: number, patch: readonly number[]): Uint8Array {
  return patched(good, directoryEntry(good, organisationsPath) + offset, patch);
}

const notThisFile: readonly RefusalCase[] = [
  ['has no bytes', new Uint8Array(), { kind: 'empty' }],
  ['is a text', text('PKs and other words that are no zip at all'), { kind: 'notZip' }],
  ['is one byte', text('P'), { kind: 'notZip' }],
  ['is a PDF', text('%PDF-1.7\n'), { kind: 'notZip' }],
  ['has something in front of the zip', Buffer.concat([text('MZ'), good]), { kind: 'notZip' }],
  ['is an ordinary zip', fixture('ordinary.zip'), { kind: 'notWorkspace' }],
  ['is a zip of nothing', fixture('no-files.zip'), { kind: 'notWorkspace' }],
  ['is of another format', zipOf(files, { ...manifestOf(files), format: 'bid-box' }), { kind: 'notWorkspace' }],
];

const cutOrDamaged: readonly RefusalCase[] = [
  ['is only the first four bytes', good.subarray(0, 4), { kind: 'truncated' }],
  ['is cut in half', good.subarray(0, good.length / 2), { kind: 'truncated' }],
  ['lacks the last byte', good.subarray(0, -1), { kind: 'truncated' }],
  ['has something behind the zip', Buffer.concat([good, text('more')]), { kind: 'truncated' }],
  ['claims more entries than it lists', patched(good, good.length - 14, [11, 0, 11, 0]), { kind: 'truncated' }],
  ['lists names that reach past the end', inDirectory(28, [0xff, 0xff]), { kind: 'truncated' }],
  [
    'has a byte changed inside packed data',
    patched(good, find(good, organisationsPath) + 200, [1]),
    { kind: 'damaged' },
  ],
  ['has a wrong checksum', inDirectory(16, [1, 2, 3, 4]), { kind: 'damaged', path: organisationsPath }],
  ['points outside itself', inDirectory(42, [0, 0, 0, 0x70]), { kind: 'damaged', path: organisationsPath }],
  ['points at another entry', inDirectory(42, [0, 0, 0, 0]), { kind: 'damaged', path: organisationsPath }],
  ['has more packed bytes than there are', inDirectory(20, [0, 0, 0, 0x70]), { kind: 'damaged' }],
  ['unpacks to more than it declares', inDirectory(24, [10, 0, 0, 0]), { kind: 'damaged', path: organisationsPath }],
  ['unpacks to less than it declares', inDirectory(24, [0, 0, 1, 0]), { kind: 'damaged', path: organisationsPath }],
];

const packedOtherwise: readonly RefusalCase[] = [
  ['is protected with a passphrase', protectedFixture('by-age.muster'), { kind: 'passphraseNeeded' }],
  ['is encrypted', inDirectory(8, [1, 0]), { kind: 'encrypted' }],
  ['is packed with LZMA', fixture('lzma.muster'), { kind: 'unsupportedZip', feature: 'compression 14' }],
  ['is packed with bzip2', fixture('bzip2.muster'), { kind: 'unsupportedZip', feature: 'compression 12' }],
  ['has an entry of zip64', inDirectory(24, max32), { kind: 'unsupportedZip', feature: 'zip64' }],
  ['has a zip64 directory', patched(good, good.length - 6, max32), { kind: 'unsupportedZip', feature: 'zip64' }],
  [
    'is one disk of several',
    patched(good, good.length - 14, [1, 0]),
    { kind: 'unsupportedZip', feature: 'several disks' },
  ],
];

const harmful: readonly RefusalCase[] = [
  ['climbs out of its folder', fixture('parent-folder.muster'), { kind: 'unsafeName', name: '../../.bashrc' }],
  ['names a path from the root', fixture('rooted.muster'), { kind: 'unsafeName', name: '/etc/passwd' }],
  ['names a Windows path', fixture('backslash.muster'), { kind: 'unsafeName', name: 'attachments\\..\\..\\harm.exe' }],
  ['names a drive', fixture('drive.muster'), { kind: 'unsafeName', name: 'C:harm.exe' }],
  ['has NUL in a name', renamed(good, 'README.txt', 'README\0txt'), { kind: 'unsafeName', name: 'README\0txt' }],
  ['has a name that is not UTF-8', renamed(good, 'README.txt', 'README\xfftxt'), { kind: 'unsafeName' }],
  ['has an empty part in a name', renamed(good, 'README.txt', 'READM//txt'), { kind: 'unsafeName' }],
  ['holds one name twice', twice, { kind: 'duplicateEntry' }],
  ['unpacks 40 MB from 44 kB', fixture('bomb.muster'), { kind: 'tooLarge', reason: 'ratio' }],
  ['declares 2 GiB', inDirectory(24, [0, 0, 0, 0x80]), { kind: 'tooLarge', reason: 'unpackedBytes' }],
  [
    'has a stranger among its files',
    zipOf({ ...files, 'virus.exe': text('harm') }, manifestOf(files)),
    { kind: 'unlistedEntry', path: 'virus.exe' },
  ],
  [
    'has a stranger in its manifest too',
    workspaceOf({ 'virus.exe': text('harm') }),
    { kind: 'unlistedEntry', path: 'virus.exe' },
  ],
  [
    'names an attachment by another hash',
    workspaceOf({ [`attachments/${'0'.repeat(64)}`]: text('harm') }),
    { kind: 'unlistedEntry' },
  ],
];

/** Files that are refused for how they are packed, before anything inside them is believed. */
export const containers = [...notThisFile, ...cutOrDamaged, ...packedOtherwise, ...harmful];
