import { done, freshDatabase, openReady, refusal } from './support.ts';
import { describe, expect, test, vi } from 'vitest';
import { attachmentSize, checkAttachments, keepFile } from '../../renderer/src/store/attachments.ts';
import { changeOrganisation, createOrganisation } from '../../renderer/src/store/commands/organisations.ts';
import { changeTender, createTender, removeTenders } from '../../renderer/src/store/commands/tenders.ts';
import { readContents } from '../../renderer/src/store/contents.ts';
import type { Store } from '../../renderer/src/store/store.ts';
import { undo } from '../../renderer/src/store/undo.ts';
import type { TenderDocument } from '../../shared/domain/tender/tender.ts';
import { attachmentsNamed, namedAttachments } from '../../shared/rows/attachmentsNamed.ts';
import { sha256Hex } from '../workspace/contents.ts';
import { fullContents } from '../workspace/fullContents.ts';
import { idOf } from '../support/ids.ts';

const text = (words: string) => new TextEncoder().encode(words);

async function kept(store: Store, words: string): Promise<string> {
  const file = await keepFile(store, text(words), 'text/plain');
  if (!file.ok) throw new Error(JSON.stringify(file.error));
  expect(file.value).toEqual({ sha256: sha256Hex(text(words)), size: text(words).length });
  return file.value.sha256;
}

function documentOf(sha256: string, name: string): TenderDocument {
  const attachedAt = '2027-01-12T10:00:00.000Z';
  return { id: idOf(name), file: { sha256, name }, kind: 'other', attachedAt, supersededBy: '' };
}

/** A tender that names a file of these words. */
async function tenderWith(store: Store, id: string, words: string, name: string): Promise<string> {
  const sha256 = await kept(store, words);
  await done(createTender(store, id, `Tender for ${name}`));
  const documents = [documentOf(sha256, name)];
  await done(changeTender(store, id, `attached ${name}`, (now) => ({ ...now, documents }), [sha256]));
  return sha256;
}

describe('a file that is kept', () => {
  test('is kept once, however often it is attached, and its size is known without it', async () => {
    const store = await openReady(await freshDatabase());
    const sha256 = await kept(store, 'ITT');
    expect(await kept(store, 'ITT')).toBe(sha256);
    expect(await store.db.attachments.count()).toBe(1);
    const get = vi.spyOn(IDBObjectStore.prototype, 'get');
    expect(await attachmentSize(store.db, sha256)).toBe(3);
    expect(await attachmentSize(store.db, sha256.replace(/^./, 'x'))).toBeNull();
    expect(get).not.toHaveBeenCalled();
    get.mockRestore();
  });

  test('must be there before a record can name it', async () => {
    const store = await openReady(await freshDatabase());
    await done(createTender(store, idOf('t'), 'Parks'));
    const lost = documentOf(sha256Hex(text('never kept')), 'itt.pdf');
    const change = changeTender(store, idOf('t'), 'attached', (now) => ({ ...now, documents: [lost] }), [
      lost.file.sha256,
    ]);
    expect(await refusal(change)).toMatch(/Attach it again/);
    expect((await store.db.tenders.get(idOf('t')))?.documents).toEqual([]);
  });

  test('is not kept, and nothing is left behind, where the disk is full', async () => {
    const store = await openReady(await freshDatabase());
    const add = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
      throw new DOMException('No room', 'QuotaExceededError');
    });
    expect(await keepFile(store, text('ITT'), 'text/plain')).toEqual({ ok: false, error: { kind: 'diskFull' } });
    add.mockRestore();
    expect(await store.db.attachments.count()).toBe(0);
  });

  test('comes back by undo after it was detached, and goes into the workspace file', async () => {
    const store = await openReady(await freshDatabase());
    const sha256 = await tenderWith(store, idOf('t'), 'ITT', 'itt.pdf');
    await done(changeTender(store, idOf('t'), 'detached itt.pdf', (now) => ({ ...now, documents: [] })));
    await done(undo(store));
    expect((await store.db.tenders.get(idOf('t')))?.documents[0]?.file).toEqual({ sha256, name: 'itt.pdf' });
    expect((await readContents(store.db))?.attachments.map((row) => row.sha256)).toEqual([sha256]);
  });
});

describe('the check of attached files', () => {
  test('finds nothing wrong with what is as it was attached, and tells how far it is', async () => {
    const store = await openReady(await freshDatabase());
    await tenderWith(store, idOf('t'), 'ITT', 'itt.pdf');
    const heard: number[] = [];
    expect(await checkAttachments(store.db, (share) => heard.push(share))).toEqual({
      files: 1,
      bytes: 3,
      faults: [],
      unnamed: [],
    });
    expect(heard.at(-1)).toBe(1);
  });

  test('names what is damaged and what is missing by the records that name it', async () => {
    const store = await openReady(await freshDatabase());
    const damaged = await tenderWith(store, idOf('a'), 'specification', 'spec.pdf');
    const missing = await tenderWith(store, idOf('b'), 'prices', 'prices.xlsx');
    await tenderWith(store, idOf('c'), 'terms', 'terms.pdf');
    await store.db.attachments.update(damaged, { bytes: text('specificatioN') });
    await store.db.attachments.delete(missing);
    const { faults, files } = await checkAttachments(store.db);
    expect(files).toBe(2);
    expect(faults).toEqual([
      {
        kind: 'missing',
        sha256: missing,
        uses: [{ file: 'prices.xlsx', table: 'tenders', id: idOf('b'), record: 'Tender for prices.xlsx' }],
      },
      {
        kind: 'damaged',
        sha256: damaged,
        uses: [{ file: 'spec.pdf', table: 'tenders', id: idOf('a'), record: 'Tender for spec.pdf' }],
      },
    ]);
  });

  test('reports what neither a record nor the history names, with its size', async () => {
    const store = await openReady(await freshDatabase());
    const orphan = await kept(store, 'chosen, and the window closed');
    await tenderWith(store, idOf('t'), 'ITT', 'itt.pdf');
    await done(removeTenders(store, [idOf('t')]));
    const { unnamed } = await checkAttachments(store.db);
    expect(unnamed).toEqual([{ sha256: orphan, size: text('chosen, and the window closed').length }]);
  });

  test('says that undo would bring back a record whose file is missing', async () => {
    const store = await openReady(await freshDatabase());
    const sha256 = await tenderWith(store, idOf('t'), 'ITT', 'itt.pdf');
    await done(removeTenders(store, [idOf('t')]));
    await store.db.attachments.delete(sha256);
    expect((await checkAttachments(store.db)).faults).toEqual([{ kind: 'missing', sha256, uses: [] }]);
  });
});

test('the attachments that a value names are found in rows of every table and in changes, in order and once', async () => {
  const store = await openReady(await freshDatabase());
  const proof = await kept(store, 'certificate');
  await done(createOrganisation(store, idOf('o'), 'Kestrel Row CIC'));
  const entry = await done(
    changeOrganisation(
      store,
      idOf('o'),
      'certificate',
      (now) => ({
        ...now,
        certificates: [
          {
            id: idOf('k'),
            name: 'ISO 9001',
            issuer: '',
            reference: '',
            validFrom: null,
            validTo: null,
            evidence: { sha256: proof, name: 'iso.pdf' },
          },
        ],
      }),
      [proof],
    ),
  );
  expect(attachmentsNamed(entry?.changes)).toEqual([proof]);
  expect(attachmentsNamed(await store.db.organisations.get(idOf('o')))).toEqual([proof]);
  const [parks] = fullContents.tenders;
  expect(namedAttachments(parks)).toEqual([{ ...parks?.documents[0]?.file, field: 'documents.0.file' }]);
  expect(attachmentsNamed([parks, parks, null, 1, 'x', { sha256: 'no hash' }])).toHaveLength(1);
});
