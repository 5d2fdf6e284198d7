import { expect, test } from 'vitest';
import { newOrganisation } from '../../shared/domain/organisation/organisation.ts';
import type { HistoryEntry } from '../../shared/rows/history.ts';
import { noRecords } from '../../shared/rows/records.ts';
import { eraseFrom, placesOf } from '../../shared/rows/personalData/erase.ts';
import { identify } from '../../shared/rows/personalData/person.ts';
import { parksBid } from '../workspace/fullContents.ts';
import { idOf } from '../support/ids.ts';

const subject = { kind: 'contact', organisationId: idOf('o-1'), contactId: idOf('c-ada') } as const;
const none = { id: subject.contactId, name: '', role: '', purposes: [], email: '', phone: '' };
const former = { ...none, name: 'Ada Okoro', email: 'ada@kestrel.co', phone: '01632 960001' };
const present = { ...none, name: 'Ada Okoro Smith', email: 'ada@kestrel.co.uk', phone: '01632 9600012' };
const halfTyped = { ...none, name: 'Ada Ok', email: 'ada@kes', phone: '01632 96' };

/** Typed with a pause in it, and changed four months later, with a pause in it too. */
const steps = [none, halfTyped, former, { ...former, name: 'Ada Okoro S' }, present];
const times = ['2026-05-01T09:00:00Z', '2026-05-01T09:00:05Z', '2026-09-01T09:00:00Z', '2026-09-01T09:00:03Z'];
const history = times.map((at, step): HistoryEntry => {
  const [before, after] = steps.slice(step).map((one) => ({ id: subject.organisationId, contacts: [one] }));
  return {
    seq: step + 1,
    id: idOf(`h-${step}`),
    at,
    label: 'Kestrel Row CIC: contacts',
    kind: 'do',
    reverses: null,
    schemaVersion: 4,
    changes: [{ table: 'organisations', id: subject.organisationId, before, after }],
    undoTop: step + 1,
    redoTop: null,
    below: step,
  };
});
const organisation = {
  ...newOrganisation(subject.organisationId, 'Kestrel Row CIC'),
  contacts: [present],
  notes: 'Ada Okoro (ada@kestrel.co, 01632 960001) was ill; Ada Okoro Smith was not.',
};
const [member = parksBid.members[0]] = parksBid.members;
const bid = {
  ...parksBid,
  members: [{ ...member, organisationId: subject.organisationId, role: 'lead' as const, signatories: [former.name] }],
  signatory: { name: former.name, role: 'Director' },
} as typeof parksBid;
const held = { ...noRecords, organisations: [organisation], bids: [bid], history };
const person = identify(subject, held);

test('a former name, address or number is known although the present one begins with it; what was stored while typing is not', () => {
  for (const known of [person, identify(subject, { ...held, history: [] }, person)]) {
    expect([...known.names].sort()).toEqual([former.name, present.name]);
    expect([...known.emails].sort()).toEqual([former.email, present.email]);
    expect([...known.phones].sort()).toEqual([former.phone, present.phone]);
  }
});

test('it is known however soon it was changed, where something else was done meanwhile', () => {
  const soon = history.map((one, at) => Object.assign({}, one, { seq: at < 2 ? at + 1 : at + 2, at: times[0] }));
  expect(identify(subject, { ...held, history: soon }).names).toContain(former.name);
});

test('it is offered and taken out whole: of notes, and of a bid that was signed with it', () => {
  const places = placesOf(held, person);
  expect(places.map(({ certain, field }) => [certain, field])).toEqual([
    [true, 'contacts'],
    [true, 'members'],
    [true, 'signatory'],
    [false, 'notes'],
  ]);
  const { contents: after } = eraseFrom(held, person, new Set(places.map(({ key }) => key)));
  expect(after.organisations[0]?.notes).toBe(
    'erased person (erased person, erased person) was ill; erased person was not.',
  );
  expect(after.bids[0]?.signatory.name).toBe('erased person');
  expect(JSON.stringify(after)).not.toMatch(/Ada|ada@|960001/i);
});
