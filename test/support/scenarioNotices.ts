/**
 * Notices of invented procurements in the form in which Find a Tender publishes them (OCDS 1.1 with the UK extension). Every date
 * and sum of a test stands in the test; this writes what is around them.
 */
export interface ScenarioNotice {
  readonly ocid: string;
  readonly id: string;
  readonly type: 'UK3' | 'UK4';
  readonly tag: 'planning' | 'tender' | 'tenderUpdate';
  readonly published: string;
  readonly reference: string;
  readonly title: string;
  readonly buyer: string;
  readonly submission?: string;
  readonly questions?: string;
  readonly acceleration?: string;
  readonly lots: readonly ScenarioLot[];
}

interface ScenarioLot {
  readonly id: string;
  readonly title: string;
  readonly cpv: string;
  readonly net: number;
  readonly gross?: number;
  readonly period: { readonly startDate: string; readonly endDate: string; readonly maxExtentDate?: string };
  readonly condition?: string;
}

/** The open tender for the parks and cemeteries of Tamebrook, in two lots. */
export const parksNotice: ScenarioNotice = {
  ocid: 'ocds-h6vhtk-0a0001',
  id: '001014-2027',
  type: 'UK4',
  tag: 'tender',
  published: '2027-01-11T09:00:00Z',
  reference: 'TMBC-2027-014',
  title: 'Parks and cemeteries grounds maintenance',
  buyer: 'Tamebrook Metropolitan Borough Council',
  submission: '2027-02-12T12:00:00Z',
  questions: '2027-01-22T12:00:00Z',
  lots: [
    {
      id: '1',
      title: 'Parks',
      cpv: '77310000',
      net: 1_600_000,
      gross: 1_920_000,
      period: { startDate: '2027-06-01', endDate: '2030-05-31', maxExtentDate: '2031-05-31' },
      condition: 'Annual turnover at least twice the annual value (ex VAT) of each lot bid for.',
    },
    {
      id: '2',
      title: 'Cemeteries',
      cpv: '77314000',
      net: 480_000,
      gross: 576_000,
      period: { startDate: '2027-06-01', endDate: '2030-05-31', maxExtentDate: '2031-05-31' },
    },
  ],
};

/** A file as the service hands it out. */
export function noticeFile(...notices: readonly ScenarioNotice[]): Buffer {
  return Buffer.from(JSON.stringify({ version: '1.1', releases: notices.map(release) }));
}

function release(notice: ScenarioNotice): object {
  const { ocid, id, type, tag, published, reference, title, buyer, submission, questions, acceleration, lots } = notice;
  const document = { id, documentType: 'notice', noticeType: type, datePublished: published };
  return {
    ocid,
    id,
    tag: [tag],
    date: published,
    buyer: { id: 'GB-PPON-AAAA-1111-AAAA', name: buyer },
    parties: [
      {
        id: 'GB-PPON-AAAA-1111-AAAA',
        name: buyer,
        roles: ['buyer'],
        details: { classifications: [{ scheme: 'UK_CA_TYPE', id: 'publicAuthoritySubCentralGovernment' }] },
      },
    ],
    ...(type === 'UK3' && { planning: { documents: [document] } }),
    tender: {
      id: reference,
      title,
      legalBasis: { scheme: 'UKPGA', id: '2023/54' },
      mainProcurementCategory: 'services',
      procurementMethodDetails: 'Open procedure',
      aboveThreshold: true,
      submissionTerms: { electronicSubmissionPolicy: 'allowed' },
      ...(acceleration !== undefined && { procedure: { acceleratedRationale: acceleration } }),
      ...(submission !== undefined && { tenderPeriod: { endDate: submission } }),
      ...(questions !== undefined && { enquiryPeriod: { endDate: questions } }),
      lots: lots.map((lot) => ({
        id: lot.id,
        title: lot.title,
        value: { amount: lot.net, amountGross: lot.gross, currency: 'GBP' },
        contractPeriod: lot.period,
        ...(lot.condition !== undefined && {
          selectionCriteria: { criteria: [{ type: 'economic', description: lot.condition }] },
        }),
      })),
      items: lots.map((lot, index) => ({
        id: String(index + 1),
        relatedLot: lot.id,
        additionalClassifications: [{ scheme: 'CPV', id: lot.cpv, description: '' }],
      })),
      ...(type === 'UK4' && { documents: [document] }),
    },
  };
}
