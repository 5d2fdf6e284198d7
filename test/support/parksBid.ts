import type { Capability, CapabilityCell, CapabilityProfile } from '../../shared/domain/capability/capability.ts';
import { newOrganisation, type Organisation } from '../../shared/domain/organisation/organisation.ts';
import type { Lot, Tender } from '../../shared/domain/tender/tender.ts';
import type { RecordLists } from '../../shared/rows/records.ts';
import { input } from '../domain/kestrelRow.ts';

/** The parks of Tamebrook as records: the tender and those who could bid for it, and the bid half judged. */

const capability = (id: string, name: string): Capability => ({ id, name, group: 'Green spaces', description: '' });

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
  { id: 'kestrel', cells: { grass: verified(4), beds: claimed(2), trees: claimed(1), play: claimed(0) } },
  { id: 'hollowell', cells: { grass: claimed(1), beds: verified(3), trees: claimed(0), play: claimed(2) } },
  { id: 'brindle', cells: { grass: claimed(3), beds: claimed(1), trees: claimed(2) } },
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
  ...newOrganisation('larkhill', 'Larkhill Community Association'),
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

const morrow = { ...newOrganisation('morrow', 'Morrow Skills Ltd'), legalForm: 'clg' as const };
const morrowMember = {
  organisationId: 'morrow',
  role: 'reserve',
  responsibilities: '',
  shares: [],
  signatories: [],
} as const;

const turnovers: Readonly<Record<string, readonly [yearEnd: string, pounds: number]>> = {
  kestrel: ['2026-03-31', 520_000],
  hollowell: ['2025-12-31', 310_000],
  brindle: ['2026-06-30', 180_000],
  morrow: ['2026-03-31', 150_000],
};
const annualValues: Readonly<Record<string, number>> = { 'lot-1': 400_000, 'lot-2': 120_000 };

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
        condition.id === 'turnover'
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
  const year = { id: `${organisation.id}-turnover`, yearEnd, turnover: pounds * 100, audited: 'unknown' as const };
  return { ...organisation, turnover: [year] };
}

/** The same, before anybody has looked at the conditions of participation. */
export const withoutConditions: Partial<RecordLists> = { ...withoutBid, bids: [{ ...input.bid, conditions: [] }] };
