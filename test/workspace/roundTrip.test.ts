import { describe, expect, test } from 'vitest';
import { newOrganisation, type Organisation } from '../../shared/domain/organisation/organisation.ts';
import type { WorkspaceContents } from '../../shared/rows/contents.ts';
import { noRecords } from '../../shared/rows/records.ts';
import { readWorkspace } from '../../shared/workspace/readWorkspace.ts';
import { serialiseWorkspace } from '../../shared/workspace/serialiseWorkspace.ts';
import { attachment, contents, hollowell, kestrel, saved } from './contents.ts';
import { organisationsPath, text, workspaceOf } from './craft.ts';
import { fullContents } from './fullContents.ts';

async function reopened(original: WorkspaceContents) {
  const read = await readWorkspace(await serialiseWorkspace(original, saved));
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}

function named(name: string): WorkspaceContents {
  return {
    ...contents,
    organisations: [newOrganisation('0190a000-0000-7000-8000-000000000009', name)],
    history: [],
    attachments: [],
  };
}

describe('a workspace saved and opened again', () => {
  test('is the same in every table, with its identity, history and attachments', async () => {
    const { manifest, missingApart: _missingApart, ...read } = await reopened(fullContents);
    expect(read).toEqual(fullContents);
    expect(manifest).toMatchObject({ ...saved, formatVersion: 1, schemaVersion: 4 });
    expect(manifest.tables).toEqual({
      organisations: 2,
      tenders: 1,
      bids: 1,
      capabilities: 1,
      capabilityProfiles: 1,
      retentionRules: 1,
      history: 6,
    });
  });

  test('may be empty', async () => {
    const empty = { ...contents, ...noRecords, history: [], attachments: [] };
    expect(await reopened(empty)).toMatchObject(empty);
  });

  test.each([
    ['accents', 'Cymdeithas Gwaith Llŷn a’r Cyffiniau — café naïve'],
    ['decomposed accents, which must not be recomposed', 'Cafe\u0301'],
    ['Chinese', '中华社会企业'],
    ['emoji with joiners', '👩🏽‍🔧👨‍👩‍👧‍👦🏴󠁧󠁢󠁷󠁬󠁳󠁿'],
    ['right-to-left text and marks', '\u202Eمؤسسة اجتماعية\u202C \u200Fעמותה'],
    ['markup', '<img src=x onerror=alert(1)>&amp;"\'`${1}'],
    ['line ends of every kind', 'one\ntwo\r\nthree\rfour\u2028five\u2029six'],
    ['NUL and other control characters', '\u0000\u0007\u001b[31m'],
    ['a lone surrogate, as a cut-off emoji leaves', 'broken \ud83d end'],
    ['a byte order mark', '\uFEFFname'],
    ['10,000 characters', 'a好🦅'.repeat(2500)],
  ])('keeps %s exactly', async (_kind, name) => {
    const read = await reopened({ ...named(name), workspace: { ...contents.workspace, name } });
    expect(read.organisations[0]?.name).toBe(name);
    expect(read.workspace.name).toBe(name);
  });

  test('keeps fields that this version does not know, at every depth', async () => {
    const withExtras = {
      ...kestrel,
      nickname: 'The Row',
      flags: { ...kestrel.flags, futureFlag: 'yes' },
      sites: kestrel.sites.map((site) => ({ ...site, what3words: 'index.home.raft' })),
    };
    expect((await reopened({ ...contents, organisations: [withExtras] })).organisations).toEqual([withExtras]);
  });

  test('keeps an attachment of any bytes, of none, and one that no row names', async () => {
    const everyByte = Uint8Array.from({ length: 512 }, (_, index) => index % 256);
    const attachments = [attachment(''), attachment('unused'), ...contents.attachments].sort((a, b) =>
      a.sha256 < b.sha256 ? -1 : 1,
    );
    expect((await reopened({ ...contents, attachments })).attachments).toEqual(attachments);
    const raw = { ...attachment(''), bytes: everyByte, size: 512 };
    const sha256 = Buffer.from(await crypto.subtle.digest('SHA-256', everyByte)).toString('hex');
    const read = await reopened({ ...named('x'), attachments: [{ ...raw, sha256 }] });
    expect(read.attachments[0]?.bytes).toEqual(everyByte);
  });

  test('opens although its text repeats itself so much that it packs like a zip bomb', async () => {
    const wordy: Organisation = { ...hollowell, notes: 'na '.repeat(6 * 2 ** 20) };
    const read = await reopened({ ...contents, organisations: [kestrel, wordy] });
    expect(read.organisations[1]?.notes === wordy.notes).toBe(true);
  });

  test('tells how far it has come, never backwards, and ends at 1', async () => {
    const heard: number[] = [];
    await readWorkspace(await serialiseWorkspace(contents, saved), { onProgress: (fraction) => heard.push(fraction) });
    expect(heard).toEqual([...heard].sort((a, b) => a - b));
    expect(heard.at(-1)).toBe(1);
  });
});

describe('the bytes of a workspace file', () => {
  test('are the same for the same contents, in whatever order the rows come', async () => {
    const shuffled = {
      ...contents,
      organisations: contents.organisations.toReversed(),
      history: contents.history.toReversed(),
      attachments: contents.attachments.toReversed(),
    };
    expect(await serialiseWorkspace(shuffled, saved)).toEqual(await serialiseWorkspace(contents, saved));
  });

  test('are the same again when an opened file is saved, opened and saved', async () => {
    const opened = await reopened(contents);
    expect(await serialiseWorkspace(await reopened(opened), saved)).toEqual(await serialiseWorkspace(opened, saved));
  });

  test('differ where the time of saving does', async () => {
    const later = { ...saved, savedAt: '2026-11-24T00:00:00Z' };
    expect(await serialiseWorkspace(contents, later)).not.toEqual(await serialiseWorkspace(contents, saved));
  });

  test('are never written beyond what can be opened again', async () => {
    const bounds = { unpackedBytes: 2 ** 20, entries: 10 };
    expect(await readWorkspace(await serialiseWorkspace(contents, saved, bounds), { limits: bounds })).toMatchObject({
      ok: true,
    });
    for (const limits of [
      { ...bounds, entries: 9 },
      { ...bounds, unpackedBytes: 2000 },
    ]) {
      await expect(serialiseWorkspace(contents, saved, limits)).rejects.toThrow(RangeError);
    }
  });
});

test('a row that tries to reach the prototype of all objects is refused, and has not reached it', async () => {
  for (const name of ['__proto__', '\\u005f_proto__']) {
    const row = JSON.stringify(hollowell).replace('{', `{"${name}":{"polluted":true,"name":"Harm"},`);
    const file = workspaceOf({ [organisationsPath]: text(`${JSON.stringify(kestrel)}\n${row}\n`) });
    expect(await readWorkspace(file)).toMatchObject({ ok: false, error: { kind: 'invalidJson', line: 2 } });
    expect({}).not.toHaveProperty('polluted');
  }
});

test('a row may hold the words of a prototype, and a field named constructor', async () => {
  const row = JSON.stringify({ ...hollowell, constructor: { prototype: 1 }, tradingName: '__proto__ \u0007' });
  const file = workspaceOf({ [organisationsPath]: text(`${row}\n`) });
  const read = await readWorkspace(file);
  expect(read.ok && read.value.organisations).toEqual([JSON.parse(row)]);
});
