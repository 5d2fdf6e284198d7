import { expect, test } from 'vitest';
import { bidInput } from '../../shared/domain/bid/bidInput.ts';
import { summariseBid } from '../../shared/domain/bid/bidSummary.ts';
import { hollowell, kestrel } from '../workspace/contents.ts';
import { fullContents, kestrelCan, parks, parksBid } from '../workspace/fullContents.ts';
import { idOf } from '../support/ids.ts';

test('the input of a bid holds its tender, its members in their order, and what they can do', () => {
  const shuffled = { ...fullContents, organisations: fullContents.organisations.toReversed() };
  expect(bidInput(shuffled, parksBid.id)).toEqual({
    bid: fullContents.bids[0],
    tender: parks,
    organisations: [kestrel, hollowell],
    capabilities: fullContents.capabilities,
    profiles: [kestrelCan],
  });
});

test('there is no input without the bid or its tender, and members that are gone are left out', () => {
  expect(bidInput(fullContents, 'gone')).toBeNull();
  expect(bidInput({ ...fullContents, tenders: [] }, parksBid.id)).toBeNull();
  expect(bidInput({ ...fullContents, organisations: [hollowell] }, parksBid.id)?.organisations).toEqual([hollowell]);
});

test('the line of a bid counts what is judged and what is written', () => {
  expect(summariseBid(parksBid)).toEqual({
    id: parksBid.id,
    tenderId: parks.id,
    name: 'Kestrel Row Partnership',
    lotIds: [idOf('lot-1')],
    structure: 'unincorporated',
    leadId: kestrel.id,
    memberIds: [kestrel.id, hollowell.id],
    capabilityIds: [idOf('capability-1')],
    sharesStand: true,
    requirements: 1,
    outcome: 'open',
    questions: { notStarted: 0, drafting: 1, inReview: 0, final: 0 },
  });
  expect(summariseBid({ ...parksBid, lotIds: [] }).sharesStand).toBe(false);
  expect(summariseBid({ ...parksBid, lotIds: [idOf('lot-2')] }).sharesStand).toBe(false);
});
