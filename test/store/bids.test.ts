import { done, freshDatabase, openReady, refusal, rows } from './support.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { changeBid, createBid, recordDecision, removeBids } from '../../renderer/src/store/commands/bids.ts';
import { changeOrganisation, removeOrganisations } from '../../renderer/src/store/commands/organisations.ts';
import { addRecords } from '../../renderer/src/store/commands/records.ts';
import { bringBack } from '../../renderer/src/store/commands/restore.ts';
import { removeTenders } from '../../renderer/src/store/commands/tenders.ts';
import { storedEntry } from '../../renderer/src/store/db.ts';
import { newId } from '../../renderer/src/store/newId.ts';
import { readBidInput, readConditionCounts } from '../../renderer/src/store/queries/bids.ts';
import type { Store } from '../../renderer/src/store/store.ts';
import { redo, undo } from '../../renderer/src/store/undo.ts';
import type { Bid, BidMember, GateDecision } from '../../shared/domain/bid/bid.ts';
import { bidInput } from '../../shared/domain/bid/bidInput.ts';
import { countVerdicts, judgeConditions } from '../../shared/domain/bid/judgeCondition.ts';
import { summariseBid } from '../../shared/domain/bid/bidSummary.ts';
import type { HistoryEntry } from '../../shared/rows/history.ts';
import { noRecords } from '../../shared/rows/records.ts';
import { newOrganisation } from '../../shared/domain/organisation/organisation.ts';
import { richTextFromPlain } from '../../shared/domain/bid/richText.ts';
import { hollowell, kestrel } from '../workspace/contents.ts';
import { fullContents, parks, parksBid } from '../workspace/fullContents.ts';
import { idOf } from '../support/ids.ts';

const { organisations, tenders, bids, capabilities, capabilityProfiles } = fullContents;
const records = { organisations, tenders, bids, capabilities, capabilityProfiles };
const brindle = newOrganisation(idOf('brindle'), 'Brindle Works Ltd');

let store: Store;
beforeEach(async () => {
  store = await openReady(await freshDatabase());
  await done(addRecords(store, { ...records, organisations: [...organisations, brindle] }, [], 'full.muster'));
});

function joining(organisationId: string): (bid: Bid) => Bid {
  const member: BidMember = { organisationId, role: 'member', responsibilities: '', shares: [], signatories: [] };
  return (bid) => ({ ...bid, members: [...bid.members, member] });
}

function answering(text: string): (bid: Bid) => Bid {
  return (bid) => ({
    ...bid,
    questions: bid.questions.map((question) => ({ ...question, answer: richTextFromPlain(text) })),
  });
}

test('a bid starts with its lead, and nothing decided', async () => {
  const id = newId();
  const start = { name: 'Tamebrook Green Consortium', leadId: kestrel.id };
  expect((await done(createBid(store, id, parks.id, start)))?.label).toBe('Started the bid Tamebrook Green Consortium');
  expect(await store.db.bidSummaries.get(id)).toMatchObject({
    leadId: kestrel.id,
    sharesStand: false,
    requirements: 0,
  });
  await done(undo(store));
  expect(await store.db.bidSummaries.get(id)).toBeUndefined();
});

test('a bid starts with the one lot there is, and with none of several', async () => {
  const divided = { ...parks, id: newId(), lots: parks.lots.flatMap((lot) => [lot, { ...lot, id: idOf('lot-2') }]) };
  await done(addRecords(store, { ...noRecords, tenders: [divided] }, [], 'divided.muster'));
  for (const [tender, lotIds] of [
    [parks, [idOf('lot-1')]],
    [divided, []],
  ] as const) {
    const id = newId();
    await done(createBid(store, id, tender.id, { name: 'B', leadId: null }));
    expect((await store.db.bids.get(id))?.lotIds).toEqual(lotIds);
  }
});

describe('a bid is refused', () => {
  test('for a tender that is gone', async () => {
    const outcome = createBid(store, newId(), idOf('gone'), { name: 'B', leadId: null });
    expect(await refusal(outcome)).toBe('This tender has been removed. Undo brings it back.');
  });

  test('under a lead that is gone', async () => {
    const outcome = createBid(store, newId(), parks.id, { name: 'B', leadId: idOf('gone') });
    expect(await refusal(outcome)).toBe('This organisation has been removed. Undo brings it back.');
  });

  test('with a member twice, by name', async () => {
    expect(await refusal(changeBid(store, parksBid.id, 'members', joining(hollowell.id)))).toBe(
      'Hollowell Trust is in this bid already.',
    );
  });

  test('with a member that was removed in another window', async () => {
    await done(removeOrganisations(store, [brindle.id]));
    expect(await refusal(changeBid(store, parksBid.id, 'members', joining(brindle.id)))).toBe(
      'This organisation has been removed. Undo brings it back.',
    );
  });
});

test('an organisation that is a member is not removed, and nor are those chosen with it', async () => {
  const chosen = [brindle.id, hollowell.id];
  expect(await refusal(removeOrganisations(store, chosen))).toBe(
    'Hollowell Trust is a member of the bid “Kestrel Row Partnership”. Take it out of the bid first.',
  );
  expect(await store.db.organisations.count()).toBe(3);
  await done(removeBids(store, [parksBid.id]));
  await done(removeOrganisations(store, chosen));
  expect(await store.db.organisations.count()).toBe(1);
});

test('an organisation is removed with what is known of its capabilities, and both come back', async () => {
  await done(removeBids(store, [parksBid.id]));
  const before = await rows(store);
  expect((await done(removeOrganisations(store, [kestrel.id])))?.label).toBe('Removed Kestrel Row CIC');
  expect(await store.db.capabilityProfiles.count()).toBe(0);
  await done(undo(store));
  expect(await rows(store)).toEqual(before);
});

test('a pause in typing an answer costs the history that answer, not the bid', async () => {
  const many: Bid['questions'] = Array.from({ length: 30 }, (_, at) => ({
    id: idOf(`q-${at}`),
    number: String(at),
    section: '',
    text: '',
    weight: null,
    limit: { kind: 'none', value: 0 },
    ownerOrganisationId: null,
    status: 'drafting',
    answer: richTextFromPlain('word '.repeat(1000)),
    confidential: false,
  }));
  await done(changeBid(store, parksBid.id, 'questions', (bid) => ({ ...bid, questions: many })));
  const before = await rows(store);
  const entry = await done(
    changeBid(store, parksBid.id, 'answer 7', (bid) => ({
      ...bid,
      questions: bid.questions.map((one) =>
        one.id === idOf('q-7') ? { ...one, answer: richTextFromPlain('Typed') } : one,
      ),
    })),
  );
  expect(JSON.stringify(entry).length).toBeLessThan(10_000);
  expect(JSON.stringify(await store.db.bids.get(parksBid.id)).length).toBeGreaterThan(150_000);
  const after = await rows(store);
  await done(undo(store));
  expect(await rows(store)).toEqual(before);
  await done(redo(store));
  expect(await rows(store)).toEqual(after);
});

test('undo and redo walk through changes of every kind to a bid and its surroundings', async () => {
  const states = [await rows(store)];
  const steps = [
    () => changeBid(store, parksBid.id, 'answer', answering('First')),
    () => changeBid(store, parksBid.id, 'answer', answering('Second')),
    () => changeBid(store, parksBid.id, 'members', joining(brindle.id)),
    () => changeBid(store, parksBid.id, 'questions', (bid) => ({ ...bid, questions: [] })),
    () => changeBid(store, parksBid.id, 'name', (bid) => ({ ...bid, name: 'Renamed' })),
    () => changeBid(store, parksBid.id, 'law', (bid) => ({ ...bid, agreement: { ...bid.agreement, law: 'scotland' } })),
    () => removeBids(store, [parksBid.id]),
    () => removeTenders(store, [parks.id]),
    () => removeOrganisations(store, [hollowell.id, kestrel.id]),
  ];
  for (const step of steps) {
    await done(step());
    states.push(await rows(store));
  }
  for (const state of states.slice(0, -1).toReversed()) {
    await done(undo(store));
    expect(await rows(store)).toEqual(state);
  }
  for (const state of states.slice(1)) {
    await done(redo(store));
    expect(await rows(store)).toEqual(state);
  }
});

test('undo refuses where the very answer has been changed by something that is not a command', async () => {
  await done(changeBid(store, parksBid.id, 'answer', answering('Mine')));
  const bid = await store.db.bids.get(parksBid.id);
  if (bid === undefined) throw new Error('no bid');
  await store.db.bids.put(answering('Somebody’s')(bid));
  expect(await refusal(undo(store))).toMatch(/has been changed since\.$/);
});

test('the input of a bid is the same from the database as from a workspace file', async () => {
  const input = await readBidInput(store, parksBid.id);
  expect(input).toEqual(bidInput(fullContents, parksBid.id));
  expect(input?.organisations.map(({ name }) => name)).toEqual(['Kestrel Row CIC', 'Hollowell Trust']);
  expect(await readBidInput(store, 'gone')).toBeNull();
});

test('the list judges the conditions as the page of the bid does, by what organisations and notice say now', async () => {
  const today = '2027-01-27';
  const counts = async () => (await readConditionCounts(store.db, today)).get(parksBid.id);
  const onPage = async () => {
    const input = await readBidInput(store, parksBid.id);
    return input && countVerdicts(judgeConditions(input, today));
  };
  const insured: Bid['conditions'][number] = {
    id: idOf('insured'),
    lotId: null,
    kind: 'insurance',
    text: 'Motor insurance of £5m',
    metBy: { kind: 'member', organisationId: hollowell.id },
    state: 'held',
    proof: '',
    turnover: null,
    combining: 'unknown',
  };
  await done(changeBid(store, parksBid.id, 'conditions', (bid) => ({ ...bid, conditions: [insured] })));
  expect(await counts()).toEqual({ pass: 0, committed: 0, unknown: 1, fail: 0 });
  const insure = (limit: number) =>
    changeOrganisation(store, hollowell.id, 'insurances', (now) => ({
      ...now,
      insurances: [
        {
          id: idOf('motor'),
          kind: 'motor',
          state: 'held',
          limit,
          basis: 'anyOneClaim',
          insurer: '',
          policyNumber: '',
          validFrom: null,
          validTo: '2029-12-31',
          evidence: null,
        },
      ],
    }));
  await done(insure(200_000_000));
  expect(await counts()).toEqual({ pass: 0, committed: 0, unknown: 0, fail: 1 });
  await done(insure(500_000_000));
  expect(await counts()).toEqual({ pass: 1, committed: 0, unknown: 0, fail: 0 });
  expect(await counts()).toEqual(await onPage());
});

test('every command leaves the summary that the bid gives', async () => {
  await done(changeBid(store, parksBid.id, 'questions', (bid) => ({ ...bid, questions: [] })));
  const bid = await store.db.bids.get(parksBid.id);
  expect(bid && (await store.db.bidSummaries.get(parksBid.id))).toEqual(bid && summariseBid(bid));
});

describe('a decision at a gate', () => {
  const declined: GateDecision = {
    id: idOf('decision-2'),
    gate: 'bidNoBid',
    decidedOn: '2027-01-28',
    decidedBy: 'Board of Kestrel Row',
    lots: [{ lotId: idOf('lot-1'), outcome: 'decline', reason: 'The trustees of Hollowell did not agree' }],
    provisos: '',
  };

  test('is recorded after those before it, with the bid as it then stands in the list', async () => {
    const changes = (await store.db.workspace())?.head.changes ?? 0;
    const entry = await done(recordDecision(store, parksBid.id, declined));
    expect(entry).toMatchObject({ kind: 'fact', label: 'Kestrel Row Partnership: decision recorded, bid or no bid' });
    const bid = await store.db.bids.get(parksBid.id);
    expect(bid?.decisions).toEqual([...(fullContents.bids[0]?.decisions ?? []), declined]);
    expect(await store.db.bidSummaries.get(parksBid.id)).toMatchObject({ outcome: 'decline' });
    // A file saved before lacks it.
    expect((await store.db.workspace())?.head.changes).toBe(changes + 1);
  });

  test('is not undone, and neither stops undo nor redo of what was typed around it', async () => {
    await done(changeBid(store, parksBid.id, 'bidder’s name', (bid) => ({ ...bid, name: 'Kestrel Row and others' })));
    await done(recordDecision(store, parksBid.id, declined));
    await done(undo(store));
    expect(await store.db.bids.get(parksBid.id)).toMatchObject({ name: 'Kestrel Row Partnership' });
    await done(redo(store));
    const bid = await store.db.bids.get(parksBid.id);
    expect(bid?.name).toBe('Kestrel Row and others');
    expect(bid?.decisions.at(-1)).toEqual(declined);
  });

  test('stays where the bid is brought back to what it was before', async () => {
    const before = await done(changeBid(store, parksBid.id, 'bidder’s name', (bid) => ({ ...bid, name: 'Another' })));
    const entry = await done(recordDecision(store, parksBid.id, declined));
    expect(storedEntry(entry as HistoryEntry).filed).toEqual(['bids/changed', 'bids/fact']);
    const version = { table: 'bids', id: parksBid.id, seq: before?.seq ?? 0, side: 'before' } as const;
    await done(bringBack(store, version, 'version before'));
    const bid = await store.db.bids.get(parksBid.id);
    expect(bid?.name).toBe('Kestrel Row Partnership');
    expect(bid?.decisions.at(-1)).toEqual(declined);
  });

  test('stands in the way of undoing the start of the bid, which says so', async () => {
    const id = newId();
    await done(createBid(store, id, parks.id, { name: 'Another', leadId: kestrel.id }));
    await done(recordDecision(store, id, declined));
    expect(await refusal(undo(store))).toBe(
      '“Started the bid Another” cannot be turned back, because a decision on this bid has been recorded, and stays. To be without the bid, remove it on its page.',
    );
  });

  test('is refused where the bid has gone', async () => {
    await done(removeBids(store, [parksBid.id]));
    expect(await refusal(recordDecision(store, parksBid.id, declined))).toBe(
      'This bid has been removed. Undo brings it back.',
    );
  });
});
