import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepDraft, readDraft, removeDraftsWhere } from '../../renderer/src/ui/draftStorage.ts';
import { idsGone } from '../../shared/rows/idsGone.ts';

const kept = new Map<string, string>();

beforeEach(() => {
  kept.clear();
  vi.stubGlobal('localStorage', {
    get length() {
      return kept.size;
    },
    key: (at: number) => [...kept.keys()][at] ?? null,
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, text: string) => kept.set(name, text),
    removeItem: (name: string) => kept.delete(name),
  });
});

afterEach(() => vi.unstubAllGlobals());

const organisation = '0190a000-0000-7000-8000-000000000001';
const contact = '0190a000-0000-7000-8000-000000000002';
const site = '0190a000-0000-7000-8000-000000000003';

test('what was being typed goes by the field or by what was typed, and nothing of other programs does', () => {
  keepDraft(`${organisation}.contacts.${contact}.name`, 'Ada S');
  keepDraft(`${organisation}.notes`, 'Ask Ada Smith first');
  keepDraft(`${organisation}.website`, 'kestrel.example');
  kept.set('another program', 'Ada Smith');
  removeDraftsWhere((name, text) => name.includes(contact) || text.includes('Ada Smith'));
  expect(readDraft(`${organisation}.website`)).toBe('kestrel.example');
  expect([...kept.keys()]).toEqual([`muster.draft.${organisation}.website`, 'another program']);
  removeDraftsWhere(() => true);
  expect([...kept.keys()]).toEqual(['another program']);
});

test('a record that is removed goes with its parts, a part without its record, and what is only changed stays', () => {
  const table = 'organisations';
  const row = { id: organisation, identifiers: [{ scheme: 'GB-COH', id: '01234567' }], contacts: [{ id: contact }] };
  expect([...idsGone([{ table, id: organisation, before: row, after: null }])]).toEqual([organisation, contact]);
  const changed = {
    before: { id: organisation, contacts: [{ id: contact }, { id: site }] },
    after: { id: organisation, contacts: [{ id: site }] },
  };
  expect([...idsGone([{ table, id: organisation, ...changed }])]).toEqual([contact]);
  expect([...idsGone([{ table, id: organisation, before: null, after: row }])]).toEqual([]);
});
