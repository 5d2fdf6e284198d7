import { describe, expect, test } from 'vitest';
import { newOrganisation, type Contact } from '../../shared/domain/organisation/organisation.ts';
import type { HistoryEntry } from '../../shared/rows/history.ts';
import { noRecords } from '../../shared/rows/records.ts';
import { copiesOf } from '../../shared/rows/personalData/copies.ts';
import { type Erasable, eraseFrom, placesOf } from '../../shared/rows/personalData/erase.ts';
import { mentionPattern, mentions, withoutMentions } from '../../shared/rows/personalData/mentions.ts';
import { personsIn } from '../../shared/rows/personalData/people.ts';
import { identify } from '../../shared/rows/personalData/person.ts';
import { readWorkspace } from '../../shared/workspace/readWorkspace.ts';
import { eraseFromWorkspaceFile } from '../../shared/workspace/eraseFromWorkspaceFile.ts';
import { serialiseWorkspace } from '../../shared/workspace/serialiseWorkspace.ts';
import { contents, history, saved } from '../workspace/contents.ts';
import { fullContents, parks, parksBid } from '../workspace/fullContents.ts';
import { idOf } from '../support/ids.ts';

const none: ReadonlySet<string> = new Set();

function contact(id: string, name: string, email = '', phone = ''): Contact {
  return { id, name, email, phone, role: 'Director', purposes: ['signatory'] };
}

const ada = contact(idOf('c-ada'), 'Ada Okoro', 'ada@kestrel.example.org', '01632 960001');
const anna = contact(idOf('c-anna'), 'Ada Okoro-Bell', 'joada@kestrel.example.org', '01632 9600012');
const kestrel = {
  ...newOrganisation(idOf('o-1'), 'Kestrel Row CIC'),
  contacts: [ada, anna],
  notes: 'Ask ADA  Okoro. Not Ada Okorova.',
};
const hollowell = {
  ...newOrganisation(idOf('o-2'), 'Hollowell Trust'),
  contacts: [contact(idOf('c-3'), 'A. Okoro', 'ADA@kestrel.example.org')],
};
const bid = {
  ...parksBid,
  members: [
    {
      ...parksBid.members[0],
      organisationId: idOf('o-1'),
      role: 'lead' as const,
      signatories: ['Ada Okoro', 'Ada Okoro-Bell'],
    },
    { ...parksBid.members[0], organisationId: idOf('o-2'), role: 'member' as const, signatories: ['Ada Okoro'] },
  ],
  signatory: { name: 'ada okoro', role: 'Director' },
} as typeof parksBid;

function entry(
  seq: number,
  label: string,
  changes: HistoryEntry['changes'],
  at = '2026-11-23T22:00:00Z',
): HistoryEntry {
  const kind = 'do' as const;
  return {
    seq,
    id: idOf(`h-${seq}`),
    at,
    label,
    kind,
    reverses: null,
    schemaVersion: 3,
    changes,
    undoTop: seq,
    redoTop: null,
    below: seq - 1,
  };
}

/** Ada's name as it was typed, with a pause in it, and one that she had before. */
const typed = ['', 'Ada Ok', 'Ada Smith', 'Ada Okoro'].map((name) => Object.assign({}, ada, { name }));
const renaming = typed.slice(1).map((after, at) =>
  entry(at + 1, `Kestrel Row CIC: name of ${typed[at]?.name || 'contact'}`, [
    {
      table: 'organisations',
      id: idOf('o-1'),
      before: { id: idOf('o-1'), contacts: [typed[at]] },
      after: { id: idOf('o-1'), contacts: [after] },
    },
  ]),
);

/** A change of who signs for the bidder. */
const signs = (seq: number, from: string, to: string, at: string) =>
  entry(
    seq,
    'Bid: who signs',
    [
      {
        table: 'bids',
        id: bid.id,
        before: { id: bid.id, signatory: { name: from, role: '' } },
        after: { id: bid.id, signatory: { name: to, role: '' } },
      },
    ],
    at,
  );

const workspace: Erasable = {
  ...noRecords,
  organisations: [kestrel, hollowell],
  tenders: [parks],
  bids: [bid],
  history: renaming,
};
const subject = { kind: 'contact', organisationId: idOf('o-1'), contactId: idOf('c-ada') } as const;
const person = identify(subject, workspace);

describe('who a person is', () => {
  test('is every whole name, address and number that was ever stored of them', () => {
    expect(person).toMatchObject({
      names: ['Ada Okoro', 'Ada Smith'],
      emails: ['ada@kestrel.example.org'],
      phones: ['01632 960001'],
    });
    expect([...person.typedNames].sort()).toEqual(['Ada Ok', 'Ada Okoro', 'Ada Smith']);
  });
});

describe('a mention', () => {
  const pattern = mentionPattern({
    names: ['Ann', 'Zoë Brook', 'Mary-Jo O’Neil (Chair)'],
    emails: ['ann@example.org', 'ann-b+x@ex-ample.org'],
    phones: ['+44 1632 960001', '12'],
  });
  test.each([
    'Ann',
    'ask ANN.',
    'Ann’s answer',
    '(Ann)',
    'Zoë\n  Brook',
    'Mary-Jo O’Neil (Chair)',
    'mail ann@example.org.',
    'or ann-b+x@ex-ample.org',
    '<ANN@example.org>',
    'ring +44 (1632) 960-001',
    'Ann and Ann-Marie',
  ])('is found in %j', (text) => {
    expect(mentions(text, pattern)).toBe(true);
    expect(mentions(withoutMentions(text, pattern), pattern)).toBe(false);
  });

  test.each([
    'Anna',
    'Joann',
    'Ann-Marie',
    'Mary-Ann',
    'Annan',
    'Zoë Brooks',
    'Zoe Brook',
    'joann@example.org',
    'x.ann@example.org',
    'ann@example.org.uk',
    '+44 1632 9600012',
    '12',
  ])('is not found in %j', (text) => {
    expect(mentions(text, pattern)).toBe(false);
    expect(withoutMentions(text, pattern)).toBe(text);
  });

  test('is nowhere where nothing is known of a person', () => {
    expect(mentions('Ann', mentionPattern({ names: [], emails: [], phones: ['123'] }))).toBe(false);
  });
});

describe('the places where a person is named', () => {
  test('are certain by id, and by the whole name where the person’s own organisation signs', () => {
    const certain = placesOf(workspace, person).filter((place) => place.certain);
    expect(certain.map(({ key, record, inRecord, versions }) => [key, record, inRecord, versions])).toEqual([
      [`organisations/${idOf('o-1')}/contacts/${idOf('c-ada')}`, 'Kestrel Row CIC', true, 3],
      [`bids/${bid.id}/members/${idOf('o-1')}/signs`, bid.name, true, 0],
      [`bids/${bid.id}/signatory`, bid.name, true, 0],
    ]);
  });

  test('are to be looked at where somebody else could be meant', () => {
    const doubtful = placesOf(workspace, person).filter((place) => !place.certain);
    expect(doubtful.map(({ key, kind }) => [key, kind])).toEqual([
      [`organisations/${idOf('o-1')}/notes`, 'text'],
      [`organisations/${idOf('o-2')}/contacts/${idOf('c-3')}`, 'contact'],
      [`bids/${bid.id}/members/${idOf('o-2')}/signs`, 'signatory'],
    ]);
    expect(doubtful[0]?.excerpt).toContain('Ask ADA Okoro');
  });
});

describe('erasing a person', () => {
  const { contents: after, places, records, entries } = eraseFrom(workspace, person, none);

  test('takes them out of every certain place, in rows and history, and leaves everybody else', () => {
    const [kestrelNow, hollowellNow] = after.organisations;
    expect(kestrelNow?.contacts).toEqual([
      { id: idOf('c-ada'), name: 'erased person', role: '', purposes: [], email: '', phone: '' },
      anna,
    ]);
    expect(hollowellNow).toBe(hollowell);
    expect(after.bids[0]?.members.map(({ signatories }) => signatories)).toEqual([
      ['erased person', 'Ada Okoro-Bell'],
      ['Ada Okoro'],
    ]);
    expect(after.bids[0]?.signatory).toEqual({ name: 'erased person', role: '' });
    expect(kestrelNow?.notes).toBe(kestrel.notes);
    expect(JSON.stringify(after.history)).not.toMatch(/Ada|Smith|Okoro|960001/);
    expect(after.history.map(({ label }) => label)).toEqual([
      'Kestrel Row CIC: name of contact',
      'Kestrel Row CIC: name of erased person',
      'Kestrel Row CIC: name of erased person',
    ]);
    expect({ places, records: records.map(({ id }) => id), entries }).toEqual({
      places: 3,
      records: [idOf('o-1'), bid.id],
      entries: [1, 2, 3],
    });
    expect(after.tenders[0]).toBe(parks);
  });

  test('takes them out of what was looked at and chosen', () => {
    const chosen = new Set(placesOf(workspace, person).map(({ key }) => key));
    const { contents: all } = eraseFrom(workspace, person, chosen);
    expect(all.organisations[0]?.notes).toBe('Ask erased person. Not Ada Okorova.');
    expect(all.organisations[1]?.contacts[0]?.name).toBe('erased person');
    expect(placesOf(all, person)).toEqual([]);
  });

  test('finds nothing the second time', () => {
    const again = eraseFrom(after, identify(subject, after, person), none);
    expect(again).toMatchObject({ places: 0, records: [], entries: [] });
  });

  test('knows the beginnings of a name that were stored while who signs was typed, and no other short name', () => {
    const typing = {
      ...workspace,
      history: [
        signs(1, '', 'Ada', '2026-11-01T10:00:00Z'),
        signs(2, 'Ada', '', '2026-11-02T10:00:00Z'),
        signs(3, '', 'Ada Oko', '2026-11-23T10:00:00Z'),
        signs(4, 'Ada Oko', 'Ada Okoro', '2026-11-23T10:00:03Z'),
      ],
    };
    const { contents: now } = eraseFrom(typing, identify(subject, typing), none);
    const after = now.history.flatMap(({ changes }) => changes).map((change) => change.after as typeof bid);
    expect(after.map(({ signatory }) => signatory.name)).toEqual(['Ada', '', 'erased person', 'erased person']);
  });

  test('known only as signing for a bid, leaves the name in other bids to be looked at', () => {
    const signatory = { kind: 'signatory', bidId: bid.id, name: 'Ada Okoro' } as const;
    const found = placesOf(workspace, identify(signatory, workspace));
    expect(found.filter(({ certain }) => certain).map(({ key }) => key)).toEqual([
      `bids/${bid.id}/members/${idOf('o-1')}/signs`,
      `bids/${bid.id}/members/${idOf('o-2')}/signs`,
      `bids/${bid.id}/signatory`,
    ]);
    expect(found.filter(({ kind }) => kind === 'contact')).toMatchObject([{ certain: false }]);
  });
});

describe('a workspace file', () => {
  const of = { kind: 'contact', organisationId: contents.organisations[0]?.id ?? '', contactId: idOf('c-1') } as const;
  const known = identify(of, fullContents);

  test('is written again without the person, opens, and keeps everything else', async () => {
    const scrubbed = await eraseFromWorkspaceFile(await serialiseWorkspace(fullContents, saved), known, none);
    if (!scrubbed.ok || scrubbed.value.bytes === null) throw new Error(JSON.stringify(scrubbed));
    const read = await readWorkspace(scrubbed.value.bytes);
    if (!read.ok) throw new Error(JSON.stringify(read.error));
    const { manifest, ...now } = read.value;
    expect(manifest).toMatchObject(saved);
    expect(JSON.stringify(now)).not.toMatch(/"Ada"|ada@|960001/);
    expect(now.history.map(({ seq, id }) => [seq, id])).toEqual(fullContents.history.map(({ seq, id }) => [seq, id]));
    expect(now.attachments).toEqual(fullContents.attachments);
    expect(now.tenders).toEqual(fullContents.tenders);
  });

  test('is left as it is where the person is not in it, and refused where it is broken', async () => {
    const without = { ...contents, organisations: contents.organisations.slice(1), history: history.slice(0, 1) };
    expect(await eraseFromWorkspaceFile(await serialiseWorkspace(without, saved), known, none)).toMatchObject({
      ok: true,
      value: { bytes: null },
    });
    expect(await eraseFromWorkspaceFile(new Uint8Array(3), known, none)).toMatchObject({ ok: false });
  });
});

test('everybody who is named is listed once, with whether a bid still needs them', () => {
  const source = {
    organisations: [kestrel, hollowell],
    bids: [{ ...bid, signatory: { name: 'Bo Lund', role: '' } }],
    tenders: [{ ...parks, state: 'lost' as const }],
    lastChange: new Map([[bid.id, '2026-05-01']]),
    since: '2026-01-01',
    erasedBefore: [],
  };
  const people = personsIn(source, 'erased person', '2027-01-01');
  expect(people.map(({ kind, name, record, relation }) => [kind, name, record.name, relation])).toEqual([
    ['contacts', 'Ada Okoro', 'Kestrel Row CIC', { kind: 'ended', on: '2026-05-01' }],
    ['contacts', 'Ada Okoro-Bell', 'Kestrel Row CIC', { kind: 'ended', on: '2026-05-01' }],
    ['contacts', 'A. Okoro', 'Hollowell Trust', { kind: 'ended', on: '2026-05-01' }],
    ['signatories', 'Bo Lund', bid.name, { kind: 'ended', on: '2026-05-01' }],
  ]);
  const erased = eraseFrom({ ...workspace, organisations: [kestrel] }, person, none).contents;
  const left = personsIn({ ...source, organisations: erased.organisations, bids: [] }, 'erased person', '2027-01-01');
  expect(left.map(({ name }) => name)).toEqual(['Ada Okoro-Bell']);
});

function fact(seq: number, label: string): HistoryEntry {
  return { ...entry(seq, label, []), kind: 'fact' };
}

function namesOf(history: readonly HistoryEntry[]) {
  return copiesOf(history, person).map(({ kind, name }) => [kind, name]);
}

describe('the files that may still hold a person', () => {
  const exported = {
    document: 'agreement',
    bidId: bid.id,
    version: 1,
    name: 'Agreement v1.docx',
    sha256: '0',
  } as const;
  const told = [
    fact(1, 'Opened old.muster'),
    fact(2, 'Saved the workspace to before.muster'),
    ...renaming.map((each, at) => Object.assign({}, each, { seq: 3 + at })),
    fact(6, 'Handed the workspace to the browser as after.muster'),
    fact(7, 'Exported 2 organisations to Organisations.csv'),
    { ...fact(8, 'Saved the agreement as Agreement v1.docx'), exported },
  ];

  test('are those made since the person was added, the newest first', () => {
    const added = {
      table: 'organisations',
      id: idOf('o-1'),
      before: { id: idOf('o-1'), contacts: [] },
      after: { id: idOf('o-1'), contacts: [ada] },
    } as const;
    expect(
      namesOf([...told.slice(0, 2), entry(3, 'Kestrel Row CIC: added contact', [added]), ...told.slice(2)]),
    ).toEqual([
      ['document', 'Agreement v1.docx'],
      ['export', 'Organisations.csv'],
      ['workspace', 'after.muster'],
    ]);
  });

  test('are all of them where the person came with a file', () => {
    expect(namesOf(told.slice(0, 2))).toEqual([
      ['workspace', 'before.muster'],
      ['workspace', 'old.muster'],
    ]);
    const changed = {
      table: 'organisations',
      id: idOf('o-1'),
      before: { id: idOf('o-1'), contacts: [ada] },
      after: { id: idOf('o-1'), contacts: [] },
    } as const;
    expect(
      namesOf([...told.slice(0, 2), entry(3, 'Kestrel Row CIC: removed contact Ada Okoro', [changed])]),
    ).toHaveLength(2);
  });
});
