import type { NotUnderstood } from '../../domain/tender/tender.ts';
import type { Amendments } from './mapCorrections.ts';
import { datesInText } from './datesInText.ts';
import { at, type Field, pathOf, text } from './fields.ts';
import type { NoticeEnding } from './mapEnding.ts';
import type { NoticeDate } from './publishedDates.ts';

/** What the readers of a release made of it. */
interface Understood {
  readonly amendments: Amendments;
  readonly ending: NoticeEnding | null;
  readonly dates: readonly NoticeDate[];
}

/** Dates that move nothing for who bids: when something was decided, published, sent or begins to be taken. */
const harmless =
  /(?:^|\.)(?:datePublished|dateModified|dateMet|assessmentSummariesDateSent|finalStatusDate|openFrameworkSchemeEndDate)$|^awards\[\d+\]\.date$|amendments\[\d+\]\.date$|(?:tenderPeriod|enquiryPeriod|awardPeriod)\.startDate$|\.frameworkAgreement\.period\.|\.recurrence\.|\.implementation\.|\.agreedMetrics/;

const stages = /^(?:tender|awards|contracts|amendments)\b/;

const speaksOfEnding =
  /\b(?:procurement|tender|competition|opportunity|process|notice|exercise|lots?)\b[^.]{0,60}\b(?:been|is|are|was|were|being|now|hereby)\s+(?:\w+\s+)?(?:cancelled|withdrawn|terminated|abandoned|discontinued|suspended)\b|\b(?:cancellation|withdrawal|termination|abandonment|discontinuation) of\b[^.]{0,30}\b(?:procurement|tender|competition|opportunity|process|notice|lots?)\b|^\W*(?:\w+\s+){0,3}(?:cancelled|withdrawn|terminated|abandoned|discontinued)\b/i;

const speaksOfDeadline =
  /clos(?:ing|es)\b|deadline|exten(?:d|sion)|brought forward|postpone|time ?limit|return date|submission date|new date/i;

/**
 * What a release holds and no reader understood: dates in fields and in words, and words that say that the procurement ends. A person has
 * to look at each, so that a notice is never said to change nothing where it may.
 */
export function findNotUnderstood(
  release: Field,
  rest: { readonly texts: readonly Field[]; readonly dates: readonly Field[] },
  { amendments, ending, dates }: Understood,
): readonly NotUnderstood[] {
  const tender = at(release, 'tender');
  const known = new Set(
    dates.flatMap(({ kind, at, due }) => (kind === null ? [] : [due.kind === 'day' ? due.on : at])),
  );
  const isKnown = (found: ReturnType<typeof datesInText>[number]): boolean => {
    if (found.due === null) return false;
    if (found.due.kind === 'instant') return known.has(found.due.at);
    const { on } = found.due;
    return dates.some(({ kind, original }) => kind !== null && original.startsWith(on));
  };
  const statesDeadlines = dates.some(({ kind }) => kind === 'submission' || kind === 'participation');
  return [
    ...rest.dates.filter((field) => stages.test(pathOf(field)) && !harmless.test(pathOf(field))).map(asItStands),
    ...rest.texts.filter((field) => stages.test(pathOf(field)) && isOpen(field)).map(asItStands),
    ...amendments.descriptions.filter((field) => isOpen(field) || isSilentOnDeadline(field)).map(asItStands),
    ...[at(tender, 'title'), at(tender, 'description')]
      .filter((field) => ending === null && speaksOfEnding.test(text(field)))
      .map(asItStands),
  ];

  function isOpen(field: Field): boolean {
    const words = text(field);
    return datesInText(words).some((found) => !isKnown(found)) || (ending === null && speaksOfEnding.test(words));
  }

  /** It speaks of the deadline, and neither a field nor a correction says what it now is. */
  function isSilentOnDeadline(field: Field): boolean {
    return speaksOfDeadline.test(text(field)) && !statesDeadlines && amendments.corrections.length === 0;
  }
}

const longest = 300;

function asItStands(field: Field): NotUnderstood {
  const words = text(field);
  if (words.length <= longest) return { path: pathOf(field), words };
  const at = Math.max(0, words.search(/\d{1,2}|cancel|withdr|terminat|abandon|discontinu/i) - 80);
  return { path: pathOf(field), words: `${at > 0 ? '…' : ''}${words.slice(at, at + longest)}…` };
}
