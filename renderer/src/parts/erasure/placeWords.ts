import type { FoundPlace } from '../../../../shared/rows/personalData/erase.ts';
import type { Copy } from '../../../../shared/rows/personalData/copies.ts';
import type { LeftFile } from '../../safekeeping/erasePerson.ts';
import { counted } from '../../ui/counted.ts';
import { formatInstant } from '../../ui/time.ts';
import type { ShownPlace } from './findPerson.ts';

const fields: Readonly<Record<string, string>> = {
  name: 'name',
  tradingName: 'trading name',
  title: 'title',
  description: 'description',
  notes: 'notes',
  sites: 'sites',
  contacts: 'contacts',
  insurances: 'insurances',
  certificates: 'certificates',
  turnover: 'turnover',
  members: 'members',
  signatory: 'who signs for the bidder',
  requirements: 'requirements',
  conditions: 'conditions of participation',
  questions: 'questions and answers',
  clarifications: 'questions to the buyer',
  decisions: 'decisions',
  agreement: 'the agreement’s options',
  cells: 'notes on capabilities',
  deadlines: 'dates',
  lots: 'lots',
  buyer: 'buyer',
  source: 'the published notices, word for word',
  documents: 'documents',
  submission: 'how to submit',
};

/** A place as a person finds it: "Kestrel Row CIC, contacts, and in 4 earlier versions". */
export function placeSentence({ isKeptOnly, ...place }: ShownPlace): string {
  const { kind, inRecord, versions } = place;
  if (isKeptOnly) return `${nameOf(place)}, only in backups and earlier workspaces on this computer`;
  if (kind === 'label')
    return `What ${counted(versions, 'entry', 'entries')} of the history ${versions === 1 ? 'is' : 'are'} called`;
  if (!inRecord) return `${nameOf(place)}, in ${counted(versions, 'earlier version')}`;
  return versions === 0 ? nameOf(place) : `${nameOf(place)}, and in ${counted(versions, 'earlier version')}`;
}

function nameOf({ kind, record, field }: FoundPlace): string {
  if (kind === 'label') return 'What entries of the history are called';
  return `${record || 'A record without a name'}, ${fields[field] ?? field}`;
}

/** A file that may still hold a person, and why. */
export function leftSentence(left: LeftFile): string {
  if ('why' in left) return `${left.name} (${left.why})`;
  return `${left.name} (still named in: ${left.places.map(nameOf).join('; ')})`;
}

const kinds: Readonly<Record<Copy['kind'], string>> = {
  workspace: 'workspace file',
  export: 'export',
  document: 'Word file',
};

export function copySentence({ kind, name, at }: Copy): string {
  return `${name} (${kinds[kind]}, ${formatInstant(at)})`;
}
