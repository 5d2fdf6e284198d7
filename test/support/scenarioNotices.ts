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
