import type { Tender } from './tender.ts';

/** A tender of which only the title is known, entered by hand. */
export function newTender(id: string, title: string): Tender {
  return {
    id,
    title,
    description: '',
    reference: '',
    ocid: null,
    buyer: { name: '', identifiers: [], address: '', authority: 'unknown' },
    noticeType: null,
    regime: 'unknown',
    aboveThreshold: 'unknown',
    specialRegimes: [],
    category: 'unknown',
    procedure: '',
    acceleration: '',
    electronicSubmission: 'unknown',
    documentsWithNotice: 'unknown',
    cpv: [],
    regions: [],
    value: { net: null, gross: null, currency: 'GBP' },
    lots: [],
    deadlines: [],
    submission: '',
    source: { kind: 'manual' },
    documents: [],
    state: 'watching',
  };
}
