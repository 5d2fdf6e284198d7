import type { FoundPlace } from '../../../../shared/rows/personalData/erase.ts';
import type { Copy } from '../../../../shared/rows/personalData/copies.ts';
import { counted } from '../../ui/counted.ts';
import { formatInstant } from '../../ui/time.ts';

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
export function placeSentence({ kind, record, field, inRecord, versions }: FoundPlace): string {
  if (kind === 'label')
    return `What ${counted(versions, 'entry', 'entries')} of the history ${versions === 1 ? 'is' : 'are'} called`;
  const where = `${record || 'A record without a name'}, ${fields[field] ?? field}`;
  if (!inRecord) return `${where}, in ${counted(versions, 'earlier version')}`;
  return versions === 0 ? where : `${where}, and in ${counted(versions, 'earlier version')}`;
}

const kinds: Readonly<Record<Copy['kind'], string>> = {
  workspace: 'workspace file',
  export: 'export',
  document: 'Word file',
};

export function copySentence({ kind, name, at }: Copy): string {
  return `${name} (${kinds[kind]}, ${formatInstant(at)})`;
}
