import type {
  Capability,
  CapabilityCell,
  CapabilityProfile,
  Level,
} from '../../shared/domain/capability/capability.ts';
import type { Organisation } from '../../shared/domain/organisation/organisation.ts';
import { sampleId } from './sampleParts.ts';

const taxonomy: Readonly<Record<string, readonly (readonly [key: string, name: string, description: string])[]>> = {
  'Green spaces': [
    ['grass', 'Grass cutting', 'Amenity grass, sports turf and verges, ride-on and pedestrian'],
    ['planting', 'Shrub and bedding maintenance', 'Pruning, seasonal bedding, weed control without glyphosate'],
    ['trees', 'Arboriculture', 'Inspection, pruning and felling; LANTRA or City & Guilds units'],
    ['play', 'Play area inspection', 'Routine visual and operational inspection to EN 1176'],
    ['cemeteries', 'Cemetery grounds', 'Memorial safety, grave preparation, care around mourners'],
  ],
  'Waste and reuse': [
    ['litter', 'Litter and street cleansing', ''],
    ['compost', 'Green waste and composting', 'Closed-loop composting of arisings'],
    ['reuse', 'Repair and reuse', ''],
  ],
  'People and skills': [
    ['apprentices', 'Apprenticeships', 'Employer or training provider'],
    ['barriers', 'Jobs for people far from work', 'Supported placements that lead to a contract of employment'],
    ['volunteers', 'Volunteer management', ''],
    ['tupe', 'TUPE transfers managed', 'Has taken in or handed over staff'],
  ],
  'Running a contract': [
    ['contract', 'Contract management', 'One accountable manager, reporting against indicators'],
    ['safety', 'Health and safety management', 'Policy, competent person, accident record'],
    ['data', 'Work and asset data', 'Mobile job records, mapped assets, open reporting'],
    ['emergency', 'Out-of-hours response', ''],
  ],
  'Money and assurance': [
    ['finance', 'Open-book accounting', ''],
    ['carbon', 'Carbon measurement', 'Scope 1 and 2 at least, yearly'],
  ],
};

const keys = Object.values(taxonomy).flatMap((group) => group.map(([key]) => key));

/** The id of a sample capability by its key. */
export function capabilityId(key: string): string {
  const at = keys.indexOf(key);
  if (at === -1) throw new Error(`There is no sample capability ${key}.`);
  return sampleId(100, at + 1);
}

export const sampleCapabilities: readonly Capability[] = Object.entries(taxonomy).flatMap(([group, capabilities]) =>
  capabilities.map(([key, name, description]) => ({ id: capabilityId(key), group, name, description })),
);

/** Levels by organisation, written `3` as claimed, `3s` as self-evidenced, `3v` as verified, with a note where there is one. */
const known: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'Kestrel Row CIC': {
    grass: '4v Eastvale parks, 2023 to 2026: reference taken up',
    planting: '3v',
    trees: '1',
    play: '2s Two staff booked on the RPII course in March',
    cemeteries: '2',
    litter: '3s',
    volunteers: '3s',
    tupe: '3v Took in six staff from Tamebrook in 2024',
    contract: '4v',
    safety: '3v',
    data: '3s Mobile job sheets since 2025',
    emergency: '2',
    finance: '3s',
    carbon: '1',
  },
  'Hollowell Trust': {
    grass: '1',
    planting: '4s Town centre beds, 2024',
    trees: '0',
    litter: '2',
    apprentices: '2',
    barriers: '4v 41 placements in 2025, 19 into work',
    volunteers: '4v',
    contract: '2',
    safety: '2s',
    finance: '2',
  },
  'Brindle Works Ltd': {
    grass: '3s',
    planting: '2',
    trees: '3s Three climbers with units 2021 and 2022',
    play: '0',
    litter: '4v',
    compost: '4v Permit and site seen in October 2026',
    reuse: '4v',
    barriers: '2',
    safety: '3s ISO 14001 held; safety policy seen',
    emergency: '3 Yard staffed from six to ten',
    carbon: '2',
  },
  'Morrow Skills Ltd': { apprentices: '4s', barriers: '3', data: '0' },
  'Roundhouse Reuse CIC': { reuse: '4s', litter: '2', carbon: '3' },
};

const confidences = { '': 'claimed', s: 'selfEvidenced', v: 'verified' } as const;

/** What the sample organisations can do; most of them have not been asked. */
export function sampleProfiles(organisations: readonly Organisation[]): readonly CapabilityProfile[] {
  return organisations
    .filter(({ name }) => name in known)
    .map(({ id, name }) => ({
      id,
      cells: Object.fromEntries(
        Object.entries(known[name] ?? {}).map(([key, cell]) => [capabilityId(key), read(cell)]),
      ),
    }));
}

function read(written: string): CapabilityCell {
  const {
    level = '',
    mark = '',
    note = '',
  } = /^(?<level>[0-4])(?<mark>[sv]?)(?: (?<note>.+))?$/.exec(written)?.groups ?? {};
  return { level: Number(level) as Level, confidence: confidences[mark as keyof typeof confidences], note };
}
