import { readFileSync } from 'node:fs';
import { newTender } from '../../shared/domain/tender/newTender.ts';
import type { Deadline, DeadlineKind, Due } from '../../shared/domain/tender/deadline.ts';
import type { Lot, Tender, TenderValue } from '../../shared/domain/tender/tender.ts';
import { adopt } from '../../shared/interchange/ocds/adopt.ts';
import { readNotices } from '../../shared/interchange/ocds/readNotices.ts';
import { sampleId } from './sampleParts.ts';

const writtenAt = '2026-11-02T09:00:00.000Z';

/**
 * A published notice as it came from Find a Tender (public sector information licensed under the Open Government Licence
 * v3.0), adopted as a tender: 075929-2026, a voluntary sector service in Havering.
 */
export function adoptedTender(): Tender {
  const page = new Uint8Array(readFileSync(new URL('../fixtures/notices/find-a-tender-page.json', import.meta.url)));
  const read = readNotices(page);
  const release = read.ok ? read.value.releases.find(({ releaseId }) => releaseId === '075929-2026') : undefined;
  if (release === undefined) throw new Error('The page of notices no longer holds 075929-2026.');
  let made = 0;
  return adopt(release, () => sampleId(201, (made += 1)), new Date(writtenAt));
}

const term = { contractStart: '2027-06-01', contractEnd: '2030-05-31', maximumEnd: '2031-05-31' } as const;

export const parksLot = sampleId(200, 1);

/** An invented tender, entered by hand from the buyer's letter: what the sample bid is for. */
export const parksTender: Tender = {
  ...newTender(sampleId(200, 0), 'Parks and cemeteries grounds maintenance'),
  description:
    'Maintenance of 41 parks and open spaces and of four cemeteries: grass, planting, trees, play areas, litter. Three years from 1 June 2027, with an option of one more.',
  reference: 'TMBC-2027-014',
  buyer: {
    name: 'Tamebrook Metropolitan Borough Council',
    identifiers: [],
    address: 'Town Hall, Priory Street, Tamebrook ZZ4 1AA',
    authority: 'subCentral',
  },
  regime: 'pa2023',
  aboveThreshold: 'yes',
  category: 'services',
  procedure: 'Open procedure',
  electronicSubmission: 'yes',
  cpv: [
    { code: '77310000', description: 'Planting and maintenance services of green areas' },
    { code: '77314000', description: 'Grounds maintenance services' },
  ],
  value: pounds(2_080_000, 2_496_000),
  lots: [
    lot(parksLot, '1', 'Parks', pounds(1_600_000, 1_920_000), '77310000'),
    lot(sampleId(200, 2), '2', 'Cemeteries', pounds(480_000, 576_000), '77314000'),
  ],
  deadlines: [
    deadline(3, 'questions', 'Questions to the buyer', '2027-01-22T12:00:00.000Z'),
    deadline(4, 'submission', 'Tenders due', '2027-02-12T12:00:00.000Z'),
    deadline(5, 'contractStart', 'Contract starts', '2027-06-01'),
  ],
  submission: "Through the buyer's portal. One response for each bidder; a consortium names all its members.",
  state: 'bidding',
};

function lot(id: string, number: string, title: string, value: TenderValue, code: string): Lot {
  return {
    id,
    number,
    title,
    description: '',
    value,
    ...term,
    cpv: [{ code, description: '' }],
    regions: [],
    smeSuitable: 'yes',
    vcseSuitable: 'yes',
    awardCriteria: [
      { kind: 'quality', name: 'Quality', detail: '', weight: '50%' },
      { kind: 'quality', name: 'Social value', detail: '', weight: '10%' },
      { kind: 'price', name: 'Price', detail: '', weight: '40%' },
    ],
    conditions: [
      {
        kind: 'economic',
        text: 'Annual turnover at least twice the annual value (ex VAT) of each lot bid for, added together where several lots are bid for.',
      },
    ],
  };
}

function pounds(net: number, gross: number): TenderValue {
  return { net: net * 100, gross: gross * 100, currency: 'GBP' };
}

function deadline(row: number, kind: DeadlineKind, label: string, when: string): Deadline {
  const due: Due = when.includes('T')
    ? { kind: 'instant', at: when, zone: 'Europe/London' }
    : { kind: 'day', on: when };
  const version = { due, original: '', source: 'Entered by hand', statedAt: writtenAt, recordedAt: writtenAt };
  return { id: sampleId(200, row), kind, label, lotId: null, versions: [version], state: 'open' };
}
