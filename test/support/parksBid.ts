import type { Capability, CapabilityCell, CapabilityProfile } from '../../shared/domain/capability/capability.ts';
import { newOrganisation } from '../../shared/domain/organisation/organisation.ts';
import type { Tender } from '../../shared/domain/tender/tender.ts';
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

/** The same, before anybody has looked at the conditions of participation. */
export const withoutConditions: Partial<RecordLists> = { ...withoutBid, bids: [{ ...input.bid, conditions: [] }] };
