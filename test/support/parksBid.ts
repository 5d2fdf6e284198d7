import type { Capability, CapabilityCell, CapabilityProfile } from '../../shared/domain/capability/capability.ts';
import { newOrganisation, type Organisation } from '../../shared/domain/organisation/organisation.ts';
import type { Lot, Tender } from '../../shared/domain/tender/tender.ts';
import type { RecordLists } from '../../shared/rows/records.ts';
import { input } from '../domain/kestrelRow.ts';
import { idOf } from './ids.ts';

/** The parks of Tamebrook as records: the tender and those who could bid for it, and the bid half judged. */

const capability = (word: string, name: string): Capability => ({
  id: idOf(word),
  name,
  group: 'Green spaces',
  description: '',
});

const capabilities = [
  capability('grass', 'Grass cutting'),
  capability('beds', 'Horticulture'),
  capability('trees', 'Arboriculture'),
  capability('play', 'Play area inspection'),
];

const claimed = (level: CapabilityCell['level']): CapabilityCell => ({ level, confidence: 'claimed', note: '' });
const verified = (level: CapabilityCell['level']): CapabilityCell => ({ ...claimed(level), confidence: 'verified' });

/** Grass: two can. Beds: Hollowell alone. Trees: nobody. Play: Brindle has not been asked. */
const profiles: readonly CapabilityProfile[] = [
  {
    id: idOf('kestrel'),
    cells: {
      [idOf('grass')]: verified(4),
      [idOf('beds')]: claimed(2),
      [idOf('trees')]: claimed(1),
      [idOf('play')]: claimed(0),
    },
  },
  {
    id: idOf('hollowell'),
    cells: {
      [idOf('grass')]: claimed(1),
      [idOf('beds')]: verified(3),
      [idOf('trees')]: claimed(0),
      [idOf('play')]: claimed(2),
    },
  },
  {
    id: idOf('brindle'),
    cells: { [idOf('grass')]: claimed(3), [idOf('beds')]: claimed(1), [idOf('trees')]: claimed(2) },
  },
];

const [firstLot, ...otherLots] = input.tender.lots;

const parksTender: Tender = {
  ...input.tender,
  lots: [
    ...(firstLot === undefined
      ? []
      : [
          {
            ...firstLot,
            conditions: [
              { kind: 'economic' as const, text: 'Annual turnover of at least twice the annual value of the lot.' },
              { kind: 'technical' as const, text: 'Two comparable contracts within the last three years.' },
            ],
          },
        ]),
    ...otherLots,
  ],
};

const larkhill = {
  ...newOrganisation(idOf('larkhill'), 'Larkhill Community Association'),
  legalForm: 'unincorporatedAssociation' as const,
};

/** Everybody and everything but a bid. */
export const withoutBid: Partial<RecordLists> = {
  organisations: [...input.organisations, larkhill],
  tenders: [parksTender],
  capabilities,
  capabilityProfiles: profiles,
};

export const withBid: Partial<RecordLists> = { ...withoutBid, bids: [input.bid] };

const morrow = { ...newOrganisation(idOf('morrow'), 'Morrow Skills Ltd'), legalForm: 'clg' as const };
const morrowMember = {
  organisationId: idOf('morrow'),
  role: 'reserve',
  responsibilities: '',
  shares: [],
  signatories: [],
} as const;

const turnovers: Readonly<Record<string, readonly [yearEnd: string, pounds: number]>> = {
  [idOf('kestrel')]: ['2026-03-31', 520_000],
  [idOf('hollowell')]: ['2025-12-31', 310_000],
  [idOf('brindle')]: ['2026-06-30', 180_000],
  [idOf('morrow')]: ['2026-03-31', 150_000],
};
const annualValues: Readonly<Record<string, number>> = { [idOf('lot-1')]: 400_000, [idOf('lot-2')]: 120_000 };

/**
 * The same with the value of each lot over four years, the last turnover of each member, a fourth in reserve, and a turnover
 * of twice the annual value asked for, of which the documents do not say whether members may add up.
 */
export const withTurnover: Partial<RecordLists> = {
  ...withBid,
  bids: [
    {
      ...input.bid,
      members: [...input.bid.members, morrowMember],
      conditions: input.bid.conditions.map((condition) =>
        condition.id === idOf('turnover')
          ? { ...condition, turnover: { kind: 'times', times: 2 }, combining: 'unknown' }
          : condition,
      ),
    },
  ],
  tenders: [{ ...parksTender, lots: parksTender.lots.map(valued) }],
  organisations: [...input.organisations, larkhill, morrow].map(withLastTurnover),
};

function valued(lot: Lot): Lot {
  return { ...lot, value: { ...lot.value, net: (annualValues[lot.id] ?? 0) * 4 * 100 } };
}

function withLastTurnover(organisation: Organisation): Organisation {
  const [yearEnd, pounds] = turnovers[organisation.id] ?? [];
  if (yearEnd === undefined || pounds === undefined) return organisation;
  const year = { id: idOf(yearEnd), yearEnd, turnover: pounds * 100, audited: 'unknown' as const };
  return { ...organisation, turnover: [year] };
}

/** The same, before anybody has looked at the conditions of participation. */
export const withoutConditions: Partial<RecordLists> = { ...withoutBid, bids: [{ ...input.bid, conditions: [] }] };
