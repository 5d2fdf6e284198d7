import { partiesTo } from '../bid/bidMembers.ts';
import { numberBlocks } from '../document/documentNumbers.ts';
import type { DocumentProblem } from '../document/documentProblem.ts';
import { plain, type Block, type DocumentData, type DocumentSection, type Inline } from '../document/document.ts';
import type { LocalDate } from '../time/localDate.ts';
import { formatLongDate } from '../time/longDate.ts';
import { err, ok, type Result } from '../basics/result.ts';
import { agreementFacts, liabilityToBuyerOf, type AgreementInput } from './agreementFacts.ts';
import { agreementProblems } from './agreementProblems.ts';
import { agreementRemarks } from './agreementRemarks.ts';
import type { AgreementOptions } from './agreementOptions.ts';
import { assembleClauses, assembleRecitals, type OpenPlace } from './assembleClauses.ts';
import type { ClauseLibrary } from './clauseLibrary.ts';
import { describeParty, type Party } from './parties.ts';
import { schedulesOf } from './schedules.ts';
import { signaturesOf } from './signatures.ts';

/** Which version is made: a numbered draft, or the one that is signed. */
export interface AgreementVersion {
  readonly kind: 'draft' | 'execution';
  readonly number: number;
}

/** Something to settle before the agreement can be signed. */
export interface OpenPoint {
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

/**
 * Drafts the consortium agreement as a document, or says what prevents it. What nobody has decided stands in brackets and
 * on the list of open points; nothing is chosen silently. The version for signature refuses every open point, and carries
 * neither brackets nor the word draft.
 */
export function draftAgreement(
  input: AgreementInput,
  library: ClauseLibrary,
  version: AgreementVersion,
  today: LocalDate,
): Result<AgreementDraft, readonly DocumentProblem[]> {
  const problems = agreementProblems(input);
  if (problems.length > 0) return err(problems);

  const parties = partiesOf(input);
  const facts = agreementFacts(input);
  const described = parties.map(describeParty);
  const recitals = assembleRecitals(library, facts);
  const clauses = assembleClauses(library, facts);
  const jointAndSeveral = liabilityToBuyerOf(input.bid) === 'jointAndSeveral';
  const schedules = schedulesOf({ ...input, parties, jointAndSeveral, today });
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
  const openPoints = openPointsOf(places, [...agreed, ...schedules.blocks, ...signatures]);
  if (version.kind === 'execution' && openPoints.length > 0) {
    return err(
      openPoints.map(({ where, question, mend }) => ({ sentence: `${where} is still open: ${question}`, mend })),
    );
  }
  const document = compose(input, parties, version, today, [
    ...(version.kind === 'draft' && openPoints.length > 0 ? [openPointsSection(openPoints)] : []),
    page(agreed),
    page(schedules.blocks),
    page(signatures),
  ]);
  return ok({ document, openPoints, remarks: agreementRemarks(input) });
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
  { tender, bid }: AgreementInput,
  parties: readonly Party[],
  version: AgreementVersion,
  today: LocalDate,
  sections: readonly DocumentSection[],
): DocumentData {
  const title = 'Consortium agreement';
  const subject = [tender.title, tender.reference, tender.buyer.name].filter((part) => part.trim() !== '').join(' · ');
  const draft = version.kind === 'draft';
  const cover: readonly Block[] = [
    { kind: 'paragraph', role: 'notice', content: plain('DATED ______________________________') },
    { kind: 'title', text: title },
    ...parties.map(({ organisation }, index): Block => {
      return { kind: 'paragraph', role: 'cover', content: plain(`(${index + 1}) ${organisation.name}`) };
    }),
    { kind: 'subtitle', text: `relating to ${tender.title}` },
    ...coverLine('Buyer', tender.buyer.name),
    ...coverLine('Reference', tender.reference),
    ...coverLine('Bidder', bid.name),
    ...(draft
      ? [
          paragraphOf('notice', `Draft ${version.number} of ${formatLongDate(today)}. Subject to contract.`),
          paragraphOf(
            'notice',
            'This is a draft and not legal advice. Each member should take advice of its own before it signs.',
          ),
        ]
      : []),
  ];
  return {
    title,
    subject,
    author: parties[0]?.organisation.name ?? bid.name,
    keywords: ['consortium agreement', tender.reference].filter((word) => word.trim() !== ''),
    date: today,
    header: `${title} · ${tender.title}`,
    footer: draft
      ? `Draft ${version.number} · ${formatLongDate(today)} · Draft, not legal advice`
      : `Version ${version.number} · ${formatLongDate(today)}`,
    sections: [
      { orientation: 'portrait', cover: true, blocks: cover },
      { orientation: 'portrait', cover: false, blocks: [{ kind: 'contents', title: 'Contents' }] },
      ...sections,
    ],
  };
}

function paragraphOf(role: 'notice' | 'cover', text: string): Block {
  return { kind: 'paragraph', role, content: plain(text) };
}

function coverLine(label: string, text: string): readonly Block[] {
  return text.trim() === '' ? [] : [paragraphOf('cover', `${label}: ${text}`)];
}
