import { readFileSync } from 'node:fs';
import { armor } from 'age-encryption';
import { describe, expect, test } from 'vitest';
import { protect, unprotect } from '../../shared/workspace/passphrase.ts';
import { checkProtection, isProtected } from '../../shared/workspace/protection.ts';
import { readWorkspace } from '../../shared/workspace/readWorkspace.ts';
import { refusalSentence } from '../../shared/workspace/refusal.ts';
import { cheaplyProtected, passphrase, protectedFixture, protections } from './cases/protections.ts';
import { sha256Hex } from './contents.ts';
import { fixture, text } from './craft.ts';
import { contentsOf2 } from './fullContents.ts';

const good = fixture('v2.muster');
// Once: to derive the key takes seconds, which is its purpose.
const written = await protect(good, passphrase);
const wrong = { ok: false, error: { kind: 'wrongPassphrase' } };

describe('a protected workspace file', () => {
  test('gives back what went into it, to its passphrase', async () => {
    expect(Buffer.from(written).includes(Buffer.from(good.subarray(0, 200)))).toBe(false);
    expect(await unprotect(written, passphrase)).toEqual({ ok: true, value: new Uint8Array(good) });
  });

  test('is never twice the same, although it holds the same', async () => {
    const [one, other] = [await cheaplyProtected(), await cheaplyProtected()];
    expect(one).not.toEqual(other);
  });

  test('is told from every other file by how it begins', async () => {
    const file = await cheaplyProtected();
    for (const begins of [file, text(armor.encode(file)), text(`\r\n ${armor.encode(file)}`)]) {
      expect(isProtected(begins)).toBe(true);
      expect(await readWorkspace(begins)).toEqual({ ok: false, error: { kind: 'passphraseNeeded' } });
    }
    for (const other of [good, text(''), text('age'), text('Dear age-encryption.org/v1\n')]) {
      expect(isProtected(other)).toBe(false);
    }
  });

  test.each([0, 1, 65_535, 65_536, 65_537, 3_000_000])('can hold %i bytes', async (length) => {
    const bytes = Uint8Array.from({ length }, (_, at) => at % 251);
    const told: number[] = [];
    const opened = await unprotect(await cheaplyProtected(bytes), passphrase, {
      onProgress: (done) => told.push(done),
    });
    expect(opened.ok && Buffer.compare(opened.value, bytes)).toBe(0);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    expect(told.length).toBe(1 + Math.floor(length / 2 ** 20));
  });

  test('comes out of a mail as text, with the line ends of another system', async () => {
    const mailed = armor.encode(await cheaplyProtected()).replaceAll('\n', '\r\n');
    expect(await unprotect(text(`\n\n${mailed}\n`), passphrase)).toEqual({ ok: true, value: new Uint8Array(good) });
  });

  test('does not open to another passphrase, and to none', async () => {
    const file = await cheaplyProtected();
    for (const typed of ['', ` ${passphrase}`, passphrase.toUpperCase()]) {
      expect(await unprotect(file, typed)).toEqual(wrong);
    }
  });
});

describe('with the reference implementation of age', () => {
  test('what it protected opens, also as text', async () => {
    const opened = await unprotect(protectedFixture('by-age-armoured.muster'), passphrase);
    if (!opened.ok) throw new Error(opened.error.kind);
    expect(Buffer.compare(opened.value, good)).toBe(0);
    expect(await readWorkspace(opened.value)).toMatchObject({ ok: true, value: contentsOf2 });
  });

  test('what Muster protects is opened by it, as it was once seen to do', () => {
    const { sha256, bytes } = JSON.parse(
      readFileSync(new URL('../fixtures/protected/read-by-age.json', import.meta.url), 'utf8'),
    ) as { readonly sha256: string; readonly bytes: number };
    expect({ sha256, bytes }).toEqual({ sha256: sha256Hex(good), bytes: good.length });
    // What is written today has the form of what was read then: another would have to be shown to age again.
    const seen = headerForm(protectedFixture('by-muster.muster'));
    expect(seen).toEqual(['age-encryption.org/v1', '-> scrypt', ' 18', '---']);
    expect(headerForm(written)).toEqual(seen);
    expect(written.length).toBe(protectedFixture('by-muster.muster').length);
  });
});

describe('an age file is refused, before anything in it is believed, that', () => {
  test.each(protections)('%s', async (_why, file, refusal) => {
    const opened = await unprotect(file, passphrase);
    expect(opened).toEqual({ ok: false, error: refusal });
    if (opened.ok) return;
    const { what, next } = refusalSentence(opened.error);
    for (const sentence of [what, next]) expect(sentence).toMatch(/^[A-Z][^]*\.$/);
  });

  test('costs more than it may, without the cost', async () => {
    const dear = protections.filter(([, , { kind }]) => kind === 'unsupportedProtection');
    const before = process.resourceUsage().maxRSS;
    for (const [, file] of dear) await unprotect(file, passphrase);
    expect(process.resourceUsage().maxRSS - before).toBeLessThan(100 * 1024);
  });

  test('asks for the most that is allowed is not refused for that', async () => {
    const allowed = Buffer.from(await cheaplyProtected())
      .toString('latin1')
      .replace(/ 2\n/, ' 19\n');
    expect(checkProtection(Buffer.from(allowed, 'latin1'))).toEqual({ ok: true, value: null });
  });
});

/** The header of an age file without what is different in each. */
function headerForm(file: Uint8Array): readonly string[] {
  const start = Buffer.from(file).toString('latin1').slice(0, 200);
  return [...start.matchAll(/^(age\S+|-> scrypt|---)|( \d+)$/gm)].map(([part]) => part);
}
