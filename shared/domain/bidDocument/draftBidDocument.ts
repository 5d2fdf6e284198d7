import { lotName, type AgreementInput } from '../agreement/agreementFacts.ts';
import { currentDue } from '../tender/amendment.ts';
import { leadOf } from '../bid/bidMembers.ts';
import { dayOf } from '../time/countdown.ts';
import type { DocumentProblem } from '../document/documentProblem.ts';
import { plain, type Block, type DocumentData, type DocumentSection } from '../document/document.ts';
import type { LocalDate } from '../time/localDate.ts';
import { formatLongDate } from '../time/longDate.ts';
import { err, ok, type Result } from '../basics/result.ts';
import { offersValidUntil } from '../tender/timeLimits.ts';
import { bidDocumentProblems, bidDocumentRemarks } from './bidDocumentProblems.ts';
import { nameOf, notApplicable } from './bidParts.ts';
import { conditionsPart } from './conditionsPart.ts';
import { consortiumPart, structureLine } from './consortiumPart.ts';
import { matrixPart } from './matrixPart.ts';
import { compliancePart, responsesPart } from './responsesPart.ts';

export interface BidDocumentDraft {
  readonly document: DocumentData;
  /** What a buyer would mark down, for the team and not for the document. */
  readonly remarks: readonly DocumentProblem[];
}

/**
 * Drafts the joint bid document, or says what prevents it. It is written for the buyer: its title, reference, lots and
 * numbering first, nothing of the team's own doubts, and "N/A" where a blank would be.
 */
export function draftBidDocument(
  input: AgreementInput,
  today: LocalDate,
): Result<BidDocumentDraft, readonly DocumentProblem[]> {
  const problems = bidDocumentProblems(input);
  if (problems.length > 0) return err(problems);
  const { bid, tender } = input;
  const reference = tender.reference.trim();
  const document: DocumentData = {
    title: `${tender.title}: joint bid of ${bid.name}`,
    subject: [reference, tender.buyer.name].filter((part) => part !== '').join(' · '),
    author: bid.name,
    keywords: [reference, ...lotsOf(input)].filter((word) => word !== ''),
    date: today,
    header: reference === '' ? tender.title : `${tender.title} · ${reference}`,
    footer: bid.name,
    sections: [
      section('portrait', cover(input, today), true),
      section('portrait', [{ kind: 'contents', title: 'Contents' }]),
      section('portrait', [...consortiumPart(input, today), ...conditionsPart(input)]),
      section('landscape', matrixPart(input)),
      section('portrait', [...responsesPart(input), ...compliancePart(input)]),
    ],
  };
  return ok({ document, remarks: bidDocumentRemarks(input) });
}

function section(
  orientation: DocumentSection['orientation'],
  blocks: readonly Block[],
  isCover = false,
): DocumentSection {
  return { orientation, cover: isCover, blocks };
}

/** What a commissioner looks for first, in that order. */
function cover(input: AgreementInput, today: LocalDate): readonly Block[] {
  const { bid, tender, organisations } = input;
  const lead = organisations.find(({ id }) => id === leadOf(bid)?.organisationId);
  const ppon = lead?.identifiers.find(({ scheme }) => scheme === 'GB-PPON')?.id;
  const { name, role } = bid.signatory;
  const facts: readonly (readonly [string, string])[] = [
    ['Buyer', tender.buyer.name],
    ["Buyer's reference", tender.reference],
    ['Lots', lotsOf(input).join(', ')],
    ['Bidder', bid.name],
    ['Lead organisation', nameOf(input, lead?.id ?? null)],
    ['PPON', ppon ?? ''],
    ['Structure', structureLine(input)],
    ['Signs for the bidder', [name, role].filter((part) => part.trim() !== '').join(', ')],
    ['Offer valid', validity(input)],
    ['Date', formatLongDate(today)],
  ];
  return [
    { kind: 'title', text: tender.title },
    { kind: 'subtitle', text: `Joint bid of ${bid.name}` },
    ...facts.map(([label, text]): Block => ({
      kind: 'paragraph',
      role: 'cover',
      content: [
        { kind: 'text', text: `${label}: `, strong: true },
        ...plain(text.trim() === '' ? notApplicable : text.trim()),
      ],
    })),
  ];
}

function lotsOf({ bid, tender }: AgreementInput): readonly string[] {
  return tender.lots.filter(({ id }) => bid.lotIds.includes(id)).map((lot) => lotName(lot));
}

/** The last day of the offer where the deadline is known, otherwise the days alone. */
function validity({ bid, tender }: AgreementInput): string {
  if (bid.validityDays === null) return '';
  const deadline = tender.deadlines.find(({ kind, state }) => kind === 'submission' && state !== 'withdrawn');
  if (deadline === undefined) return `${bid.validityDays} days from the deadline for tenders`;
  const last = offersValidUntil(dayOf(currentDue(deadline)), bid.validityDays);
  return `until ${formatLongDate(last)} (${bid.validityDays} days from the deadline for tenders)`;
}
