import { readFileSync } from 'node:fs';
import { Encrypter, armor } from 'age-encryption';
import type { WorkspaceRefusal } from '../../../shared/workspace/refusal.ts';
import { find, fixture, patched, type RefusalCase, text } from '../craft.ts';

export const passphrase = 'kestrel row at ash vale – 中文';

/** The good file of version 2, protected at next to no cost, so that a test can open it often. */
export async function cheaplyProtected(bytes: Uint8Array = fixture('v2.muster')): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  encrypter.setScryptWorkFactor(2);
  return encrypter.encrypt(bytes);
}

export function protectedFixture(name: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(`../../fixtures/protected/${name}`, import.meta.url)));
}

const good = await cheaplyProtected();
const header = Buffer.from(good.subarray(0, good.length - fixture('v2.muster').length - 32)).toString('latin1');
const body = good.subarray(header.length);

/** The good file with another header. */
function under(changed: string): Uint8Array {
  return Buffer.concat([text(changed), body]);
}

function flipped(bytes: Uint8Array, at: number): Uint8Array {
  return patched(bytes, at, [(bytes[at] ?? 0) ^ 1]);
}

const stanza = header.slice(header.indexOf('->'), header.indexOf('---'));
const broken: Partial<WorkspaceRefusal> = { kind: 'protectionBroken' };
const tooDear: Partial<WorkspaceRefusal> = { kind: 'unsupportedProtection', feature: 'workFactor' };
const pieces = await cheaplyProtected(new Uint8Array(200_000));
const piece = 64 * 1024 + 16;

/** Age files that are refused although the passphrase is right, each with what must be said of it. */
export const protections: readonly RefusalCase[] = [
  ['is nothing but the name of the format', text('age-encryption.org/v1\n'), broken],
  ['ends in the middle of the header', good.subarray(0, 60), broken],
  ['ends with the header', good.subarray(0, header.length), broken],
  ['ends before the first piece', good.subarray(0, header.length + 16), broken],
  ['lacks the last byte', good.subarray(0, -1), broken],
  ['has one byte more', Buffer.concat([good, text('x')]), broken],
  ['lacks the last piece', pieces.subarray(0, pieces.length - (200_000 - 3 * 65536) - 16), broken],
  [
    'has two pieces the other way round',
    (() => {
      const from = pieces.length - (200_000 - 3 * 65536) - 16 - 3 * piece;
      const [first, second] = [pieces.slice(from, from + piece), pieces.slice(from + piece, from + 2 * piece)];
      return Buffer.concat([pieces.subarray(0, from), second, first, pieces.subarray(from + 2 * piece)]);
    })(),
    broken,
  ],
  ['has a bit changed in what it holds', flipped(good, good.length - 100), broken],
  ['has a bit changed in the nonce', flipped(good, header.length + 3), broken],
  ['has a bit changed in the MAC of the header', flipped(good, find(good, '--- ') + 6), broken],
  ['has a bit changed in the salt', under(header.replace(/scrypt ../, 'scrypt AA')), { kind: 'wrongPassphrase' }],
  ['asks for 2^20', under(header.replace(/ 2\n/, ' 20\n')), tooDear],
  ['asks for 2^40', under(header.replace(/ 2\n/, ' 40\n')), tooDear],
  ['asks for 2^999999999', under(header.replace(/ 2\n/, ' 999999999\n')), tooDear],
  ['asks for a number beyond numbers', under(header.replace(/ 2\n/, ` ${'9'.repeat(400)}\n`)), broken],
  ['asks for 2^0', under(header.replace(/ 2\n/, ' 0\n')), broken],
  ['has two passphrases', under(header.replace(stanza, stanza + stanza)), broken],
  ['has a passphrase and a key', under(header.replace(stanza, `${stanza}-> X25519 ${'A'.repeat(43)}\n`)), broken],
  ['has a line of one million letters', under(header.replace('scrypt', `scrypt${'A'.repeat(1_000_000)}`)), broken],
  [
    'is for the owner of a key',
    protectedFixture('recipient-key.muster'),
    { kind: 'unsupportedProtection', feature: 'recipientKey' },
  ],
  [
    'is of a version to come',
    under(header.replace('/v1', '/v2')),
    { kind: 'unsupportedProtection', feature: 'version' },
  ],
  ['is text that ends too soon', text(armor.encode(good).slice(0, 400)), broken],
  ['is text with a letter that does not belong', text(armor.encode(good).replace(/\n[a-zA-Z]/, '\n*')), broken],
  [
    'is 65 MB of text',
    Buffer.concat([text(armor.encode(good)), Buffer.alloc(65 * 2 ** 20, '\n')]),
    { kind: 'unsupportedProtection', feature: 'longText' },
  ],
];
