import { lotName } from '../../../../../shared/domain/agreement/agreementFacts.ts';
import { type Deadline, deadlineKinds } from '../../../../../shared/domain/tender/deadline.ts';
import { regimes, type TenderValue, tenderStates } from '../../../../../shared/domain/tender/tender.ts';
import { formatValue } from '../../../../../shared/domain/tender/tenderValue.ts';
import { formatDue } from '../../../../../shared/domain/time/countdown.ts';
import {
  beginning,
  choice,
  day,
  type Field,
  type Fields,
  group,
  instant,
  isPart,
  list,
  long,
  parts,
  reference,
  said,
  ternary,
  text,
  textOf,
  written,
} from './field.ts';

/** The fields of a tender, as its page calls them. */
export const tenderFields: Fields = {
  title: text('Title'),
  description: long('Description'),
  reference: text('The buyer’s reference'),
  ocid: text('Procurement (OCID)'),
  buyer: group('Buyer', {
    name: text('Name'),
    identifiers: list('Numbers', (one) => (isPart(one) ? `${textOf(one['scheme'])} ${textOf(one['id'])}` : '')),
    address: text('Address'),
    authority: choice('Kind of authority', {
      central: 'Central government',
      subCentral: 'Sub-central',
      utility: 'Utility',
    }),
  }),
  noticeType: text('Type of notice'),
  regime: choice('Rules', regimes),
  aboveThreshold: ternary('Above the threshold'),
  specialRegimes: list('Special rules', (one) => specialRegimes[textOf(one)] ?? textOf(one)),
  category: choice('Category', { goods: 'Goods', services: 'Services', works: 'Works' }),
  procedure: text('Procedure'),
  acceleration: text('Why the period is shortened'),
  electronicSubmission: ternary('Tenders may be sent electronically'),
  documentsWithNotice: ternary('All documents came with the notice'),
  cpv: cpv(),
  regions: list('Regions'),
  value: worth(),
  lots: parts('Lots', {
    identity: ['id'],
    nameOf: ({ number, title }) => lotName({ number: textOf(number), title: textOf(title) }),
    fields: {
      number: text('Number'),
      title: text('Title'),
      description: long('Description'),
      value: worth(),
      contractStart: day('Contract starts'),
      contractEnd: day('Contract ends'),
      maximumEnd: day('Latest end, with every extension'),
      duration: written('Contract runs', lengthOf),
      ended: written('Given up by the buyer', endingOf),
      cpv: cpv(),
      regions: list('Regions'),
      smeSuitable: ternary('Suitable for SMEs'),
      vcseSuitable: ternary('Suitable for VCSEs'),
      awardCriteria: list('Award criteria', (one) =>
        isPart(one) ? [textOf(one['name']), textOf(one['weight'])].filter((word) => word !== '').join(' ') : '',
      ),
      conditions: list('Conditions of participation', (one) => (isPart(one) ? textOf(one['text']) : '')),
    },
  }),
  deadlines: parts('Dates', {
    identity: ['id'],
    nameOf: ({ label }) => beginning(label, 'a date without a name'),
    fields: {
      kind: choice('Kind', deadlineKinds),
      label: text('Name'),
      lotId: reference('Lot', 'lot', said('the whole tender')),
      versions: written('Date', datesOf),
      state: choice('State', { open: 'open', met: 'met', withdrawn: 'withdrawn' }),
    },
  }),
  // A count for calendars, of which a person need not be told.
  dateRevisions: written('Revisions of the dates', () => ''),
  submission: long('How to submit'),
  reservations: list('Reserved'),
  ended: written('Terminated by the buyer', endingOf),
  source: written('Source', sourceOf),
  documents: parts('Documents', {
    identity: ['id'],
    nameOf: ({ file }) => beginning(isPart(file) ? file['name'] : '', 'a document without a name'),
    fields: {
      file: written('File', (file) => (isPart(file) ? textOf(file['name']) : '')),
      kind: text('Kind'),
      attachedAt: instant('Attached'),
      supersededBy: text('Replaced by'),
    },
  }),
  state: choice('State', tenderStates),
};

const specialRegimes: Readonly<Record<string, string>> = {
  lightTouch: 'Light touch',
  concession: 'Concession',
  utilities: 'Utilities',
  defence: 'Defence and security',
};

function worth(): Field {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the history holds rows of their own shape
  return written('Value', (value) => formatValue(value as TenderValue));
}

function cpv(): Field {
  return list('CPV codes', (one) =>
    isPart(one) ? [textOf(one['code']), textOf(one['description'])].filter((word) => word !== '').join(' ') : '',
  );
}

/** What each source said, the one that counts last. */
function datesOf(versions: unknown): string {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as above
  return (versions as Deadline['versions']).map(({ due, source }) => `${formatDue(due)}, ${source}`).join('\n');
}

function lengthOf(length: unknown): string {
  return isPart(length) ? `${String(length['count'])} ${textOf(length['unit'])}` : '';
}

function endingOf(ending: unknown): string {
  return isPart(ending)
    ? [textOf(ending['source']), textOf(ending['reason'])].filter((part) => part !== '').join(': ')
    : '';
}

function sourceOf(source: unknown): string {
  if (!isPart(source) || source['kind'] === 'manual') return 'entered by hand';
  const kept = Array.isArray(source['releases']) ? source['releases'].filter(isPart).map(({ id }) => textOf(id)) : [];
  return `notice ${textOf(source['releaseId'])}${kept.length < 2 ? '' : `; kept: ${kept.join(', ')}`}`;
}
