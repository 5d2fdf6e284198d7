import { lotName, type AgreementInput } from '../agreement/agreementFacts.ts';
import { shortText } from '../basics/shortText.ts';
import { isBlank } from '../bid/answerState.ts';
import { datesOfKind } from '../bid/bidDates.ts';
import { leadOf } from '../bid/bidMembers.ts';
import { dayOf } from '../time/countdown.ts';
import type { DocumentProblem } from '../document/documentProblem.ts';
import { plain, type Block, type DocumentData, type DocumentSection, type Inline } from '../document/document.ts';
import { versionLine, type DocumentVersion } from '../document/documentVersion.ts';
import type { LocalDate } from '../time/localDate.ts';
import { formatLongDate } from '../time/longDate.ts';
import { err, ok, type Result } from '../basics/result.ts';
import { deadlineLines } from '../tender/tenderSummary.ts';
import { offersValidUntil } from '../tender/timeLimits.ts';
import { bidDocumentProblems, bidDocumentRemarks } from './bidDocumentProblems.ts';
import { nameOf, needed, open, pponOf } from './bidParts.ts';
import { conditionsPart } from './conditionsPart.ts';
import { consortiumPart, structureLine } from './consortiumPart.ts';
import { finalProblems } from './finalProblems.ts';
import { matrixPart } from './matrixPart.ts';
import { compliancePart, responsesPart } from './responsesPart.ts';

export interface BidDocumentDraft {
  readonly document: DocumentData;
  /** What a buyer would mark down, for the team and not for the document. */
  readonly remarks: readonly DocumentProblem[];
}

/**
 * Makes the joint bid document, or says what prevents it. It is written for the buyer: its title, reference, lots and numbering
 * first, nothing of the team's own doubts. A draft says on every page that it is one, and shows in brackets what is missing; the
 * final version is refused with everything that `finalProblems` finds, and holds neither brackets nor "N/A" of our making.
 */
export function draftBidDocument(
  input: AgreementInput,
  version: DocumentVersion,
  today: LocalDate,
): Result<BidDocumentDraft, readonly DocumentProblem[]> {
  const draft = version.kind === 'draft';
  const problems = [...bidDocumentProblems(input), ...(draft ? [] : finalProblems(input, today))];
  if (problems.length > 0) return err(problems);
  const { bid, tender } = input;
  const reference = tender.reference.trim();
  const line = versionLine(version, today);
  const document: DocumentData = {
    title: `${tender.title}: joint bid of ${bid.name}`,
    subject: [reference, tender.buyer.name].filter((part) => part !== '').join(' · '),
    author: bid.name,
    keywords: [reference, ...(lotsOf(input).length > mostLotsNamed ? [] : lotsOf(input))].filter((word) => word !== ''),
    date: today,
    header: [shortText(tender.title, 80), shortText(reference, 30)].filter((part) => part !== '').join(' · '),
    footer: `${shortText(bid.name, 50)} · ${line}`,
    ...(draft ? { watermark: line } : {}),
    sections: [
      section('portrait', cover(input, version, today), true),
      section('portrait', [{ kind: 'contents', title: 'Contents' }]),
      section('portrait', [...consortiumPart(input, today), ...conditionsPart(input, today)]),
      section('landscape', matrixPart(input)),
      section('portrait', [...responsesPart(input), ...compliancePart(input)]),
    ].filter(({ blocks }) => blocks.length > 0),
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
function cover(input: AgreementInput, version: DocumentVersion, today: LocalDate): readonly Block[] {
  const { bid, tender, organisations } = input;
  const lead = organisations.find(({ id }) => id === leadOf(bid)?.organisationId);
  const ppon = lead === undefined ? null : pponOf(lead);
  const { name, role } = bid.signatory;
  const facts: readonly (readonly [string, readonly Inline[]])[] = [
    ['Buyer', plain(tender.buyer.name)],
    ["Buyer's reference", needed(tender.reference, 'Not given yet')],
    ['Lots', plain(lotsLine(input))],
    ['Bidder', plain(bid.name)],
    ['Lead organisation', plain(nameOf(input, lead?.id ?? null))],
    ...(ppon === null && tender.regime !== 'pa2023' ? [] : [['PPON', needed(ppon ?? '', 'Not given yet')] as const]),
    ['Structure', plain(structureLine(input))],
    ['Signs for the bidder', isBlank(name) ? open('Not decided') : plain([name, role].filter(isSeen).join(', '))],
    ['Offer valid', needed(validity(input), 'Not decided')],
    ['Date', plain(formatLongDate(today))],
  ];
  return [
    { kind: 'title', text: tender.title },
    { kind: 'subtitle', text: `Joint bid of ${bid.name}` },
    ...facts.map(([label, text]): Block => ({
      kind: 'paragraph',
      role: 'cover',
      content: [{ kind: 'text', text: `${label}: `, strong: true }, ...text],
    })),
    ...(version.kind === 'draft' ? [draftNotice(input, version, today)] : []),
  ];
}

function draftNotice(input: AgreementInput, version: DocumentVersion, today: LocalDate): Block {
  const { length } = finalProblems(input, today);
  const open = length === 1 ? '1 point is open.' : `${length === 0 ? 'No' : length} points are open.`;
  return {
    kind: 'paragraph',
    role: 'notice',
    content: plain(`${versionLine(version, today)}. Not for submission. ${open}`),
  };
}

function isSeen(text: string): boolean {
  return !isBlank(text);
}

/** So many lots are named on the cover; more stand in the table of shares. */
const mostLotsNamed = 6;

function lotsLine(input: AgreementInput): string {
  const names = lotsOf(input);
  return names.length > mostLotsNamed
    ? `${names.length} lots, listed with the shares`
    : names.map((name) => shortText(name, 120)).join(', ');
}

function lotsOf({ bid, tender }: AgreementInput): readonly string[] {
  return tender.lots.filter(({ id }) => bid.lotIds.includes(id)).map((lot) => lotName(lot));
}

/** The last day of the offer where the lots have one known day for tenders, otherwise the days alone. */
function validity({ bid, tender }: AgreementInput): string {
  if (bid.validityDays === null) return '';
  const lines = datesOfKind(deadlineLines(tender), bid.lotIds, 'submission');
  const [day, ...others] = new Set(lines.map(({ due }) => dayOf(due)));
  if (day === undefined || others.length > 0) return `${bid.validityDays} days from the deadline for tenders`;
  const last = offersValidUntil(day, bid.validityDays);
  return `until ${formatLongDate(last)} (${bid.validityDays} days from the deadline for tenders)`;
}
