import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { databaseVersion, MusterDatabase } from '../../renderer/src/store/db.ts';
import { newId } from '../../renderer/src/store/newId.ts';

/**
 * The tables, keys and indexes of each released version, the first at the front: what lies in the databases of people who
 * have that version. If a test here fails because `version(n).stores` was edited: leave it as it was and add a version.
 * For a new version add its layout here; never edit an old one.
 */
const released: readonly Readonly<Record<string, string>>[] = [
  { attachments: 'sha256', history: 'seq, *touched', meta: 'key', organisations: 'id, name' },
  {
    attachments: 'sha256',
    bids: 'id',
    bidSummaries: 'id, *capabilityIds, *memberIds, tenderId',
    capabilities: 'id',
    capabilityProfiles: 'id',
    history: 'seq, *touched',
    meta: 'key',
    organisations: 'id, name',
    tenderSummaries: 'id, ocid',
    tenders: 'id',
  },
  {
    attachments: 'sha256',
    bids: 'id',
    bidSummaries: 'id, *capabilityIds, *memberIds, tenderId',
    capabilities: 'id',
    capabilityProfiles: 'id',
    history: 'seq, at, *filed, reverses, *touched',
    meta: 'key',
    organisations: 'id, name',
    tenderSummaries: 'id, ocid',
    tenders: 'id',
  },
  {
    attachments: 'sha256, [sha256+size+mediaType]',
    bids: 'id',
    bidSummaries: 'id, *capabilityIds, *memberIds, tenderId',
    capabilities: 'id',
    capabilityProfiles: 'id',
    history: 'seq, at, *filed, reverses, *touched',
    meta: 'key',
    organisations: 'id, name',
    retentionRules: 'id',
    tenderSummaries: 'id, ocid',
    tenders: 'id',
  },
  {
    attachments: 'sha256, [sha256+size+mediaType]',
    bids: 'id',
    bidSummaries: 'id, *capabilityIds, *memberIds, tenderId',
    capabilities: 'id',
    capabilityProfiles: 'id',
    history: 'seq, at, *filed, reverses, *touched',
    meta: 'key',
    organisations: 'id, name',
    retentionRules: 'id',
    tenderSummaries: 'id, ocid',
    tenders: 'id',
  },
];

describe('the layout of the database', () => {
  test('is known here for every version that was released', () => {
    expect(released).toHaveLength(databaseVersion);
  });

  test.each(released.map((layout, at) => [at + 1, layout] as const))(
    'of version %i is what it was released with',
    async (version, layout) => {
      expect(await layoutOf(version)).toEqual(layout);
    },
  );
});

/** As the engine itself describes what it has made, whatever Dexie was told. */
async function layoutOf(version: number): Promise<Record<string, string>> {
  const db = new MusterDatabase(`muster-${newId()}`, version);
  await db.open();
  const native = db.backendDB();
  const names = [...native.objectStoreNames];
  const transaction = native.transaction(names, 'readonly');
  const layout = names.map((name) => {
    const store = transaction.objectStore(name);
    const indexes = [...store.indexNames].map((index) => {
      const { keyPath, multiEntry, unique } = store.index(index);
      return `${multiEntry ? '*' : ''}${unique ? '&' : ''}${pathOf(keyPath)}`;
    });
    return [name, [`${store.autoIncrement ? '++' : ''}${pathOf(store.keyPath)}`, ...indexes].join(', ')];
  });
  db.close();
  return Object.fromEntries(layout) as Record<string, string>;
}

function pathOf(keyPath: string | readonly string[] | null): string {
  return typeof keyPath === 'string' ? keyPath : `[${(keyPath ?? []).join('+')}]`;
}
