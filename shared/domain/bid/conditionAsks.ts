import { foldText } from '../basics/foldText.ts';
import { parsePounds, type Pence } from '../basics/money.ts';
import type { Certificate, Insurance, InsuranceKind } from '../organisation/organisation.ts';
import type { Condition, TurnoverAsked } from './bid.ts';

/** An insurance that a condition asks for. `limit` is `null` where the amount was not understood. */
export interface InsuranceAsked {
  readonly kind: InsuranceKind;
  readonly limit: Pence | null;
  readonly basis: Insurance['basis'];
}

/** What a condition asks for that Muster holds figures or dates of, and can compare. */
export interface Asks {
  /** `null` where no turnover is asked for; `unread` where one is, and how much was neither entered nor understood. */
  readonly turnover: TurnoverAsked | 'unread' | null;
  readonly insurances: readonly InsuranceAsked[];
  /** The names of certificates or registrations, or the words in which they are asked for. */
  readonly certificates: readonly string[];
}

type Worded = Pick<Condition, 'kind' | 'text' | 'turnover' | 'compared'>;

/**
 * What a condition asks for: the turnover that was entered, and what its words say. Where a person wrote what is to be
 * compared (`compared`), that is read instead of the buyer's text. What is not understood stays open and is not guessed:
 * an insurance beside two different amounts has none.
 */
export function asksOf(condition: Worded): Asks {
  const { kind, turnover } = condition;
  const said = condition.compared?.trim() ?? '';
  const text = (said === '' ? condition.text : said).normalize('NFKC').replaceAll(/['’‘`]/g, '');
  const clauses = clausesOf(text);
  return {
    turnover: turnover ?? turnoverIn(text, clauses, kind),
    insurances: clauses.flatMap(({ subject, limit, basis }) =>
      subject === 'turnover' || subject === 'otherValue' ? [] : [{ kind: subject, limit, basis }],
    ),
    certificates: certificatesIn(text, kind),
  };
}

/** Whether a condition asks for insurance or certificates alone, which each member holds and nobody adds up. */
export function asksForCoverOnly(condition: Worded): boolean {
  const { turnover, insurances, certificates } = asksOf(condition);
  return turnover === null && insurances.length + certificates.length > 0;
}

/** Whether members may add up what a condition asks for: a turnover, under any kind of condition, or another economic standing. */
export function asksForSum(condition: Worded): boolean {
  return asksOf(condition).turnover !== null || (condition.kind === 'economic' && !asksForCoverOnly(condition));
}

/** Whether a condition asks for insurance and for nothing else that is known. */
export function asksForInsuranceOnly(condition: Worded): boolean {
  const { turnover, insurances, certificates } = asksOf(condition);
  const isNamed = condition.kind === 'insurance' || insurances.length > 0;
  return isNamed && turnover === null && certificates.length === 0;
}

type Subject = InsuranceKind | 'turnover' | 'otherValue';

interface Clause {
  readonly subject: Subject;
  readonly limit: Pence | null;
  readonly basis: Insurance['basis'];
}

/** A word of a list that ends in "liability": "employers', public and product liability". */
const ofLiability = String.raw`(?=(?:\s*(?:\/|,|&|\+|and|or|,\s*and)\s*(?:employers?|public|products?))*\s+liability)`;

/** How each subject is written out, and shortened: the short forms count in capitals only. */
const subjects: readonly (readonly [subject: Subject, written: string, short?: string])[] = [
  ['employersLiability', String.raw`\bemployers?(?: \(?compulsory\)?)?${ofLiability}`, String.raw`\bELI?\b`],
  ['publicLiability', String.raw`\bpublic${ofLiability}`, String.raw`\bPLI?\b`],
  ['productLiability', String.raw`\bproducts?${ofLiability}`],
  ['professionalIndemnity', String.raw`\bprofessional (?:indemnity|liability)\b`, String.raw`\bPII?\b`],
  ['cyber', String.raw`\bcyber(?:[ -](?:security|risks?))?(?: and data)? (?:liability|insurance|cover|polic)`],
  ['medicalMalpractice', String.raw`\bmedical malpractice\b|\bclinical negligence\b`],
  ['motor', String.raw`\bmotor(?: vehicle| fleet)? (?:insurance|liability|cover|polic)`],
  ['trustee', String.raw`\btrustees? (?:indemnity|liability)\b`],
  ['works', String.raw`\bcontract works\b|\bcontractors? all[ -]risks?\b`],
  ['turnover', String.raw`\bturnover\b|\bannual (?:income|revenue)\b`],
  ['otherValue', String.raw`\b(?:contract|annual|lot|total) value\b|\bvalue of (?:the|each) (?:contract|lot)\b`],
];

const figure = String.raw`(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?`;
const amount = new RegExp(
  String.raw`(?:£|\bGBP) ?${figure}(?: ?(?:million|thousand|billion|bn|mn|m|k)\b)?|\b${figure}(?: million\b| ?(?:pounds|GBP)\b)`,
  'gi',
);

interface Found<Thing> {
  readonly at: number;
  readonly thing: Thing;
}

/** What each subject of a text is said to be worth, in the order of the text. */
function clausesOf(text: string): readonly Clause[] {
  const found = subjects.flatMap(([subject, written, short]) => placesOf(subject, text, written, short));
  const named = found.toSorted((a, b) => a.at - b.at);
  const amounts = [...text.matchAll(amount)].map(({ 0: words, index }) => ({ at: index, thing: penceOf(words) }));
  const [first, firstAmount] = [named[0], amounts[0]];
  const amountFirst = first !== undefined && firstAmount !== undefined && firstAmount.at < first.at;
  const limits = amountFirst ? limitsBefore(named, amounts) : limitsAfter(named, amounts);
  const bases = named.map(({ at }, index) => {
    const from = amountFirst ? (amounts.findLast((one) => one.at < at)?.at ?? at) : at;
    const following = amountFirst ? amounts.find((one) => one.at > at) : named[index + 1];
    return basisIn(text.slice(from, following?.at));
  });
  // A basis that is named once at the end is that of the whole list.
  const isAtEnd = bases.slice(0, -1).every((basis) => basis === 'unknown');
  const forAll = isAtEnd ? (bases.at(-1) ?? 'unknown') : 'unknown';
  return named.map(({ thing }, index) => {
    const basis = bases[index] ?? 'unknown';
    return { subject: thing, limit: limits[index] ?? null, basis: basis === 'unknown' ? forAll : basis };
  });
}

function placesOf(subject: Subject, text: string, written: string, short?: string): readonly Found<Subject>[] {
  const words = [...text.matchAll(new RegExp(written, 'gi'))];
  const letters = short === undefined ? [] : [...text.matchAll(new RegExp(short, 'g'))];
  // "public liability (PL) of £5m" names one thing twice.
  const places = words.length > 0 ? words : letters;
  return places.map(({ index }) => ({ at: index, thing: subject }));
}

/** "Public liability of £5m": the amount that follows; of a list the amount at its end. Two amounts are none. */
function limitsAfter(
  named: readonly Found<Subject>[],
  amounts: readonly Found<Pence | null>[],
): readonly (Pence | null)[] {
  const limits: (Pence | null)[] = [];
  for (let index = named.length - 1; index >= 0; index -= 1) {
    const [here, next] = [named[index], named[index + 1]];
    const own = amounts.filter(({ at }) => at > (here?.at ?? 0) && at < (next?.at ?? Infinity));
    const isListed = own.length === 0 && next !== undefined && isInsurance(here?.thing) && isInsurance(next.thing);
    limits[index] = isListed ? (limits[index + 1] ?? null) : onlyOne(own);
  }
  return limits;
}

/** "£5m of public liability": the amount before; where an amount follows the last one too, it is not clear which is whose. */
function limitsBefore(
  named: readonly Found<Subject>[],
  amounts: readonly Found<Pence | null>[],
): readonly (Pence | null)[] {
  const isClear = (amounts.at(-1)?.at ?? 0) < (named.at(-1)?.at ?? 0);
  return named.map(({ at }) => {
    const before = amounts.filter((one) => one.at < at);
    const earlier = named.findLast((one) => one.at < at && before.some((each) => each.at > one.at));
    return isClear ? onlyOne(before.filter((one) => one.at > (earlier?.at ?? -1))) : null;
  });
}

function isInsurance(subject: Subject | undefined): boolean {
  return subject !== undefined && subject !== 'turnover' && subject !== 'otherValue';
}

function onlyOne(amounts: readonly Found<Pence | null>[]): Pence | null {
  const different = new Set(amounts.map(({ thing }) => thing));
  return different.size === 1 ? (amounts[0]?.thing ?? null) : null;
}

function penceOf(words: string): Pence | null {
  const parsed = parsePounds(words.replaceAll(/£|GBP|pounds/gi, '').replace(/mn$/i, 'm'));
  return parsed.ok ? parsed.value : null;
}

function basisIn(text: string): Insurance['basis'] {
  if (/\b(?:any one|each and every|each|every|per) (?:claim|occurrence|event|incident|loss)\b/i.test(text)) {
    return 'anyOneClaim';
  }
  return /\baggregate\b/i.test(text) ? 'aggregate' : 'unknown';
}

const multiples: Readonly<Record<string, number>> = { twice: 2, double: 2, two: 2, three: 3, 'one and a half': 1.5 };

const timesAnnual =
  /\b(?:(twice|double)|(two|three|one and a half) times|(\d+(?:\.\d+)?) ?(?:x|×|times))\s+(?:the\s+)?(?:\w+\s+)?annual\b/i;

function turnoverIn(text: string, clauses: readonly Clause[], kind: Condition['kind']): Asks['turnover'] {
  const asked = clauses.find(({ subject }) => subject === 'turnover');
  if (asked === undefined) return null;
  if (asked.limit !== null) return { kind: 'sum', pence: asked.limit };
  const [, word, words, figure] = timesAnnual.exec(text) ?? [];
  const times = figure === undefined ? multiples[(word ?? words ?? '').toLowerCase()] : Number(figure);
  if (times !== undefined) return { kind: 'times', times };
  return kind === 'economic' ? 'unread' : null;
}

const knownNames = /\bISO(?:\s?\/\s?IEC)?\s?\d{4,5}\b|\bcyber essentials(?: plus)?\b/gi;

/** Words that say nothing of which certificate is meant. */
const fillers = new Set(
  'a an the and or of for to in on at by with as be is are must hold holds holding have has held current currently valid certificate certificates certification certified accreditation accredited registration registered register membership member equivalent similar evidence proof date tender tenders bidder bidders supplier suppliers submission contract start'.split(
    ' ',
  ),
);

/** The certificates that are known by name and, where the whole condition is about certificates, what else it names. */
function certificatesIn(text: string, kind: Condition['kind']): readonly string[] {
  const known = [...text.matchAll(knownNames)].map(([name]) => name);
  if (kind !== 'certificate') return known;
  return text
    .split(/[,;\n]|\band\b/i)
    .flatMap((part) => part.match(knownNames) ?? [part.trim()])
    .filter((part) => wordsOf(part).length > 0);
}

/** Whether a certificate is what is asked for by name: each word that tells which is meant stands in its name, issuer or reference. */
export function isCertificateAsked(asked: string, { name, issuer, reference }: Certificate): boolean {
  const words = new Set(allWords(`${name} ${issuer} ${reference}`));
  return wordsOf(asked).every((word) => words.has(word));
}

function wordsOf(text: string): readonly string[] {
  return allWords(text).filter((word) => !fillers.has(word) && word !== 'iec');
}

function allWords(text: string): readonly string[] {
  return foldText(text).match(/[a-z]+|\d+/g) ?? [];
}
