import { partiesTo } from '../bid/bidMembers.ts';
import { withCurlyQuotes } from '../document/curlyQuotes.ts';
import { numberBlocks } from '../document/documentNumbers.ts';
import type { DocumentProblem } from '../document/documentProblem.ts';
import { versionLine, type DocumentVersion } from '../document/documentVersion.ts';
import { plain, type Block, type DocumentData, type DocumentSection, type Inline } from '../document/document.ts';
import type { LocalDate } from '../time/localDate.ts';
import type { HolidayCalendar } from '../time/workingDays.ts';
import { err, ok, type Result } from '../basics/result.ts';
import { agreementCover } from './agreementCover.ts';
import { agreementNotes } from './agreementNotes.ts';
import { conditionProblems } from './conditionProblems.ts';
import { agreementFacts, liabilityToBuyerOf, type AgreementInput } from './agreementFacts.ts';
import { agreementProblems } from './agreementProblems.ts';
import { agreementRemarks } from './agreementRemarks.ts';
import type { AgreementOptions } from './agreementOptions.ts';
import { assembleClauses, assembleRecitals, type OpenPlace } from './assembleClauses.ts';
import type { ClauseLibrary } from './clauseLibrary.ts';
import { describeParty, type Party } from './parties.ts';
import { schedulesOf } from './schedules.ts';
import { signaturesOf } from './signatures.ts';

/** Something to settle before the agreement can be signed. */
interface OpenPoint {
  /** `Clause 24`, `Schedule 3`, `Parties`. */
  readonly where: string;
  readonly placeholder: string;
  readonly question: string;
  readonly mend: DocumentProblem['mend'];
}

export interface AgreementDraft {
  readonly document: DocumentData;
  readonly openPoints: readonly OpenPoint[];
  /** What does not prevent the agreement but should be known. */
  readonly remarks: readonly DocumentProblem[];
}

/** What agreements are made from beside the bid: the clauses, and the bank holidays that working days are counted by. */
export interface AgreementTexts {
  readonly clauses: ClauseLibrary;
  readonly holidays: HolidayCalendar;
}

/**
 * Drafts the consortium agreement as a document, or says what prevents it. What nobody has decided stands in brackets and
 * on the list of open points; nothing is chosen silently. The version for signature is refused with every reason at once:
 * what prevents any version, each open point, and each condition of participation that is not met or not known to be. It
 * carries neither brackets, nor notes, nor the word draft.
 */
export function draftAgreement(
  input: AgreementInput,
  texts: AgreementTexts,
  version: DocumentVersion,
  today: LocalDate,
): Result<AgreementDraft, readonly DocumentProblem[]> {
  const problems = agreementProblems(input);
  if (version.kind === 'draft' && problems.length > 0) return err(problems);
  const parts = partsOf(input, texts, today);
  const { openPoints, agreed, schedules, signatures } = parts;
  if (version.kind === 'final') {
    const reasons = [...problems, ...openPoints.map(openSentence), ...conditionProblems(input, today)];
    if (reasons.length > 0) return err(uniqueMends(reasons));
  }
  const notes = version.kind === 'draft' ? parts.notes : [];
  const document = compose(input, parts.parties, version, today, [
    ...(version.kind === 'draft' && openPoints.length > 0 ? [openPointsSection(openPoints)] : []),
    page(agreed),
    page(schedules),
    page(signatures),
    ...(notes.length > 0 ? [page(notes)] : []),
  ]);
  return ok({ document, openPoints, remarks: agreementRemarks(input) });
}

function openSentence({ where, question, mend }: OpenPoint): DocumentProblem {
  return { sentence: `${where} is still open: ${question}`, mend };
}

/** A structure that is not chosen both prevents the agreement and leaves every clause open that turns on it: one reason. */
function uniqueMends(reasons: readonly DocumentProblem[]): readonly DocumentProblem[] {
  const first = reasons.find(asksForStructure);
  return reasons.filter((reason) => !asksForStructure(reason) || reason === first);
}

function asksForStructure({ mend }: DocumentProblem): boolean {
  return mend.record === 'bid' && mend.field === 'structure';
}

interface AgreementParts {
  readonly parties: readonly Party[];
  readonly agreed: readonly Block[];
  readonly schedules: readonly Block[];
  readonly signatures: readonly Block[];
  readonly notes: readonly Block[];
  readonly openPoints: readonly OpenPoint[];
}

function partsOf(
  input: AgreementInput,
  { clauses: library, holidays }: AgreementTexts,
  today: LocalDate,
): AgreementParts {
  const parties = partiesOf(input);
  const facts = agreementFacts(input);
  const described = parties.map(describeParty);
  const recitals = assembleRecitals(library, facts);
  const clauses = assembleClauses(library, facts);
  const jointAndSeveral = liabilityToBuyerOf(input.bid) === 'jointAndSeveral';
  const scheduled = { ...input, parties, jointAndSeveral, today, holidays };
  const schedules = schedulesOf(scheduled);
  const signed = parties.map((party) => signaturesOf(party, input.bid.agreement));

  const places: readonly OpenPlace[] = [
    ...described.flatMap(({ open }) => open.map((slot) => ({ ...slot, within: 'parties' }))),
    ...recitals.open.map((place) => ({ ...place, within: 'background' })),
    ...clauses.open,
    ...schedules.open,
    ...signed.flatMap(({ open }) => open.map((slot) => ({ ...slot, within: 'signatures' }))),
  ];
  const agreed: readonly Block[] = [
    lead('Parties'),
    ...described.map(({ content }, index) => partyBlock(content, parties[index]?.member.role === 'lead')),
    lead('Background'),
    ...recitals.blocks,
    lead('Agreed terms'),
    ...clauses.blocks,
  ];
  const signatures: readonly Block[] = [
    { kind: 'heading', series: 'outline', level: 1, text: 'Signatures', key: 'signatures' },
    paragraph(testingWords(input.bid.agreement)),
    ...signed.flatMap(({ signatures }) => signatures),
  ];
  return {
    parties,
    agreed,
    schedules: schedules.blocks,
    signatures,
    notes: agreementNotes(scheduled),
    openPoints: openPointsOf(places, [...agreed, ...schedules.blocks, ...signatures]),
  };
}

function partiesOf({ bid, organisations }: AgreementInput): readonly Party[] {
  return partiesTo(bid).flatMap((member) => {
    const organisation = organisations.find(({ id }) => id === member.organisationId);
    return organisation === undefined ? [] : [{ member, organisation }];
  });
}

/** The words above the signatures; a deed must say on its face that it is one (Law of Property (Miscellaneous Provisions) Act 1989 s.1). */
function testingWords({ law, execution }: AgreementOptions): string {
  if (law === 'scotland') return 'The Members subscribe this agreement, which includes its Schedules, as follows.';
  return execution === 'deed'
    ? 'The Members have executed this agreement as a deed, which is delivered on the date at its beginning.'
    : 'The Members have signed this agreement on the date at its beginning.';
}

function partyBlock(content: readonly Inline[], isLead: boolean): Block {
  const name: readonly Inline[] = isLead
    ? [...plain(' (the '), { kind: 'text', text: 'Lead', strong: true }, ...plain(').')]
    : plain('.');
  return { kind: 'paragraph', role: 'party', content: [...content, ...name] };
}

/** Pages of their own: the schedules and the places to sign are taken out and passed round. */
function page(blocks: readonly Block[]): DocumentSection {
  return { orientation: 'portrait', cover: false, blocks };
}

function lead(text: string): Block {
  return { kind: 'paragraph', role: 'lead', content: plain(text) };
}

function paragraph(text: string): Block {
  return { kind: 'paragraph', role: 'body', content: plain(text) };
}

/** The same question asked in several places is one point, with all of them. */
function openPointsOf(places: readonly OpenPlace[], blocks: readonly Block[]): readonly OpenPoint[] {
  const numbers = numberBlocks({
    title: '',
    subject: '',
    author: '',
    keywords: [],
    date: '',
    header: '',
    footer: '',
    sections: [page(blocks)],
  }).references;
  const whereOf = (within: string | null) => {
    if (within === null) return 'Background';
    const number = numbers.get(within);
    if (number === undefined) return within === 'parties' ? 'Parties' : 'Background';
    return /^\d/.test(number) ? `Clause ${number}` : number;
  };
  const points = new Map<string, { where: Set<string>; place: OpenPlace }>();
  for (const place of places) {
    const point = points.get(place.question) ?? { where: new Set<string>(), place };
    points.set(place.question, point);
    point.where.add(whereOf(place.within));
  }
  return [...points.values()].map(({ where, place: { placeholder, question, mend } }) => ({
    where: [...where].join(', '),
    placeholder,
    question,
    mend,
  }));
}

function openPointsSection(points: readonly OpenPoint[]): DocumentSection {
  return page([
    { kind: 'heading', series: 'outline', level: 1, text: 'Open points', key: 'openPoints' },
    paragraph(
      'These points are not settled. Each stands in brackets in the draft. This list is no part of the agreement.',
    ),
    {
      kind: 'table',
      caption: 'Points to settle before signature',
      columns: [
        { header: 'No.', width: 7 },
        { header: 'Where', width: 21 },
        { header: 'In brackets', width: 32 },
        { header: 'What must be answered', width: 40 },
      ],
      rows: points.map(({ where, placeholder, question }, index) => ({
        cells: [plain(String(index + 1)), plain(where), plain(placeholder), plain(question)],
      })),
    },
  ]);
}

function compose(
  input: AgreementInput,
  parties: readonly Party[],
  version: DocumentVersion,
  today: LocalDate,
  sections: readonly DocumentSection[],
): DocumentData {
  const { tender, bid } = input;
  const title = 'Consortium agreement';
  const subject = [tender.title, tender.reference, tender.buyer.name].filter((part) => part.trim() !== '').join(' · ');
  const draft = version.kind === 'draft';
  const line = versionLine(version, today);
  return withCurlyQuotes({
    title,
    subject,
    author: parties[0]?.organisation.name ?? bid.name,
    keywords: ['consortium agreement', tender.reference].filter((word) => word.trim() !== ''),
    date: today,
    header: `${title} · ${tender.title}`,
    footer: draft ? `${line} · Draft, not legal advice` : line,
    ...(draft ? { watermark: line } : {}),
    sections: [
      { orientation: 'portrait', cover: true, blocks: agreementCover(input, parties, version, today) },
      { orientation: 'portrait', cover: false, blocks: [{ kind: 'contents', title: 'Contents' }] },
      ...sections,
    ],
  });
}
