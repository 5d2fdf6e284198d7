import { describe, expect, test } from 'vitest';
import type { Organisation } from '../../shared/domain/organisation/organisation.ts';
import { asCopy } from '../../shared/workspace/asCopy.ts';
import { checkContents } from '../../shared/workspace/checkContents.ts';
import { kestrel } from './contents.ts';
import { fullContents, kestrelCan, parks, parksBid } from './fullContents.ts';
import { idOf } from '../support/ids.ts';

function counter(): () => string {
  let count = 0;
  return () => idOf(`new-${(count += 1)}`);
}

const copy = asCopy(fullContents, counter());
const [organisation, member] = copy.organisations;
const [tender] = copy.tenders;
const [bid] = copy.bids;
const [capability] = copy.capabilities;
const [profile] = copy.capabilityProfiles;
const lot = tender?.lots[0]?.id ?? '';

function organisationIds({ id, sites, contacts, turnover, insurances, certificates }: Organisation): readonly string[] {
  return [{ id }, ...sites, ...contacts, ...turnover, ...insurances, ...certificates].map((part) => part.id);
}

function withoutIds(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (key, field: unknown) => (/id$/i.test(key) ? undefined : field)));
}

describe('a copy', () => {
  test('shares no id with the original, so that both can stand in one workspace', () => {
    const copied = copy.organisations.flatMap(organisationIds);
    expect(new Set(copied).size).toBe(copied.length);
    const old = JSON.stringify(fullContents).match(/"id":"[^"]+"/g) ?? [];
    const kept = [...new Set(old)].filter((id) => JSON.stringify(copy).includes(id));
    expect(kept).toEqual(['"id":"01234567"', '"id":"PXXX-0001-ABCD"', '"id":"000001-2027"']);
  });

  test('says the same as the original in everything but its ids', () => {
    expect(withoutIds(organisation)).toEqual(withoutIds(kestrel));
    expect(withoutIds(tender)).toEqual(withoutIds(parks));
  });

  test('keeps numbers in public registers, published notices and the hashes of evidence, which are not ids', () => {
    expect(organisation?.identifiers).toEqual(kestrel.identifiers);
    expect(organisation?.insurances[0]?.evidence).toEqual(kestrel.insurances[0]?.evidence);
    expect(copy.attachments).toEqual(fullContents.attachments);
    expect(tender?.source).toEqual(parks.source);
    expect(tender?.ocid).toBe(parks.ocid);
  });

  test('hangs together as the original does', () => {
    const kept = new Set(copy.attachments.map(({ sha256 }) => sha256));
    expect(checkContents({ ...copy, history: [] }, kept)).toBeNull();
    expect(tender?.deadlines.map(({ lotId }) => lotId)).toEqual([null, lot]);
    expect(bid?.lotIds).toEqual([lot]);
    expect(bid?.members.flatMap(({ shares }) => shares)).toEqual([
      { lotId: lot, basisPoints: 6250 },
      { lotId: lot, basisPoints: 3750 },
    ]);
    expect(bid?.requirements[0]).toMatchObject({
      lotId: lot,
      capabilityId: capability?.id,
      leadMemberId: organisation?.id,
      supportMemberIds: [member?.id],
    });
    expect(bid?.conditions[0]?.metBy).toEqual({ kind: 'combined', organisationIds: [organisation?.id, member?.id] });
    expect(bid?.questions[0]).toMatchObject({
      ownerOrganisationId: organisation?.id,
      answer: parksBid.questions[0]?.answer,
    });
    expect(bid?.clarifications[0]).toMatchObject({ raisedById: member?.id, conditionId: bid?.conditions[0]?.id });
    expect(bid?.decisions[0]?.lots).toEqual([{ lotId: lot, outcome: 'bid', reason: '' }]);
    expect(bid?.agreement.annualPrices).toEqual({ [lot]: 37_800_000 });
    expect(profile?.cells[capability?.id ?? '']).toEqual(kestrelCan.cells[idOf('capability-1')]);
  });
});
