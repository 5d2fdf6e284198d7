import { formatPounds } from '../basics/money.ts';
import { standingInsurances } from '../organisation/coverFacts.ts';
import { insuranceKinds, type Insurance, type Organisation } from '../organisation/organisation.ts';
import { validityOn, type Cover } from '../organisation/validity.ts';
import type { LocalDate } from '../time/localDate.ts';
import { formatLongDate } from '../time/longDate.ts';
import type { Condition } from './bid.ts';
import { type InsuranceAsked, isCertificateAsked } from './conditionAsks.ts';
import { fails, type Finding, isPromised, isUnknown, passes, type Shortfall } from './judgement.ts';

/** A day on which a condition must be met, and what happens on it: "tenders are due". */
export interface DayThatCounts {
  readonly on: LocalDate;
  readonly what: string;
}

/** Today, and the later days that count; the first is today. */
export type DaysThatCount = readonly [DayThatCounts, ...(readonly DayThatCounts[])];

/**
 * What the policies on record say of an insurance that is asked for: kind, amount and basis are compared, on each day that
 * counts. Less than is asked for fails; where something needed for the comparison is not on record it is unknown. A
 * commitment that is `committed` need not be in force yet, and is compared with the commitments on record.
 */
export function insuranceFinding(
  { name, insurances }: Pick<Organisation, 'name' | 'insurances'>,
  asked: InsuranceAsked,
  state: Condition['state'],
  days: DaysThatCount,
): Finding {
  const title = `${insuranceKinds[asked.kind]} insurance`;
  const ofKind = insurances.filter(({ kind }) => kind === asked.kind);
  const held = ofKind.filter((policy) => policy.state === 'held');
  const promised = ofKind.filter((policy) => policy.state === 'committed');
  const needs = `${amountWords(asked)} is asked for`;
  if (asked.limit === null) {
    return isUnknown('askedUnknown', `${title}: how much is asked for was not understood. ${sayIt}`);
  }
  const lack = firstLack(days, (on) => insuranceLack(held, asked, on));
  if (lack === null) {
    return passes(`${name}: ${title} of ${coverWords(held, days)}; ${needs}.`);
  }
  if (state === 'committed') {
    const now = inForce(held, days[0].on);
    const holds = now.length === 0 ? 'none in force now' : `now ${policiesWords(now)}`;
    if (promised.length === 0) {
      return isPromised(`${name}: ${title}, ${holds}; ${needs}. No commitment is recorded on its page.`);
    }
    const suiting = promised.filter(({ basis }) => asked.basis !== 'anyOneClaim' || basis !== 'aggregate');
    if (
      suiting.some(({ limit }) => limit === null) ||
      reaches([...suiting, ...now], asked) ||
      reaches(suiting, asked)
    ) {
      return isPromised(`${name}: ${title}, ${holds}; committed to ${policiesWords(promised)}; ${needs}.`);
    }
    if (suiting.length > 0 && totalOf([...suiting, ...now]) >= asked.limit) {
      const sentence = `${name}: ${title}, ${holds}; committed to ${policiesWords(promised)}; ${needs}`;
      return isUnknown('layersUnclear', `${sentence}: ${lackWords.layersUnclear}.`);
    }
    return fails('promiseShort', `${name}: ${title}, committed to ${policiesWords(promised)} only; ${needs}.`);
  }
  if (held.length === 0) {
    return promised.length > 0
      ? fails('onlyPromised', `${name}: ${title} is recorded as committed to, not as held.`)
      : isUnknown('notRecorded', `${name}: no ${lowerFirst(title)} is recorded on its page; ${needs}.`);
  }
  return lackFinding(lack, `${name}: ${title}`, policiesWords(held), needs);
}

/** What the certificates on record say of one that is asked for by name, on each day that counts. */
export function certificateFinding(
  { name, certificates }: Pick<Organisation, 'name' | 'certificates'>,
  asked: string,
  state: Condition['state'],
  days: DaysThatCount,
): Finding {
  const found = certificates.filter((certificate) => isCertificateAsked(asked, certificate));
  const named = `${name}: “${found[0]?.name ?? asked}”`;
  const lack = firstLack(days, (on) => datesLack(found, on));
  if (found.length > 0 && lack === null) return passes(`${named} ${validWords(found)}.`);
  if (state === 'committed') return isPromised(`${named} is promised.`, 'promisedToAsk');
  if (found.length === 0 || lack === null) {
    return isUnknown('notRecorded', `${name}: no certificate on its page is called “${asked}”. ${sayIt}`);
  }
  return lackFinding(lack, named, validWords(found), 'it is asked for');
}

/** How to tell Muster what is compared. */
const sayIt = 'Write it under “What is compared”.';

interface Lack {
  readonly reason: Shortfall;
  readonly day: DayThatCounts;
  readonly isToday: boolean;
}

function firstLack(days: DaysThatCount, lackOn: (on: LocalDate) => Shortfall | null): Lack | null {
  for (const day of days) {
    const reason = lackOn(day.on);
    if (reason !== null) return { reason, day, isToday: day === days[0] };
  }
  return null;
}

const lackWords: Partial<Record<Shortfall, string>> = {
  coverShort: 'it is not enough',
  coverBasis: 'it is insured in the aggregate, and cover for any one claim is asked for',
  coverBasisUnknown: 'whether it covers any one claim or the aggregate is not recorded',
  coverLimitUnknown: 'for how much is not recorded',
  layersUnclear:
    'it is enough only if the policies add up: give their policy numbers and first days if they are layers of one cover',
  datesUnknown: 'until when it is valid is not recorded',
  notYetInForce: 'it is not in force yet',
  expired: 'it has expired',
};
const certain: ReadonlySet<Shortfall> = new Set<Shortfall>(['coverShort', 'coverBasis', 'expired']);

/** What is certain today fails; what is only so on a later day may still be renewed. */
function lackFinding({ reason, day, isToday }: Lack, subject: string, held: string, needs: string): Finding {
  if (!isToday && certain.has(reason)) {
    const when = `${day.what} on ${formatLongDate(day.on)}`;
    return isUnknown(
      'endsBefore',
      `${subject}, ${held}: not enough of it lasts until ${when}, and no renewal is recorded.`,
    );
  }
  const sentence = `${subject}, ${held}; ${needs}: ${lackWords[reason] ?? 'it is not known'}.`;
  return certain.has(reason) ? fails(reason, sentence) : isUnknown(reason, sentence);
}

/** Why the policies of one kind are not enough on a day; `null` where they are. */
function insuranceLack(held: readonly Insurance[], asked: InsuranceAsked, on: LocalDate): Shortfall | null {
  const now = inForce(held, on);
  const isAnyOneClaim = asked.basis === 'anyOneClaim';
  const ofBasis = (...bases: readonly Insurance['basis'][]) => now.filter(({ basis }) => bases.includes(basis));
  if (reaches(isAnyOneClaim ? ofBasis('anyOneClaim') : now, asked)) return null;
  if (isAnyOneClaim && reaches(ofBasis('anyOneClaim', 'unknown'), asked)) return 'coverBasisUnknown';
  if (isAnyOneClaim && reaches(now, asked)) return 'coverBasis';
  if (now.some(({ limit }) => limit === null)) return 'coverLimitUnknown';
  if (totalOf(now) >= (asked.limit ?? 0)) return 'layersUnclear';
  const inState = (state: string) => held.filter((policy) => validityOn(policy, on).state === state);
  const undated = inState('unknown');
  if (undated.some(({ limit }) => limit === null) || totalOf([...now, ...undated]) >= (asked.limit ?? 0)) {
    return 'datesUnknown';
  }
  if (reaches(inState('notYet'), asked)) return 'notYetInForce';
  const expired = inState('expired');
  return expired.length === held.length || reaches(expired, asked) ? 'expired' : 'coverShort';
}

function datesLack(found: readonly Cover[], on: LocalDate): Shortfall | null {
  const states = new Set(found.map((each) => validityOn(each, on).state));
  if (found.length === 0 || states.has('inDate')) return null;
  if (states.has('unknown')) return 'datesUnknown';
  return states.has('notYet') ? 'notYetInForce' : 'expired';
}

/** The policies in force on a day, without those that a later one renews: the two are no layers of one cover. */
function inForce(held: readonly Insurance[], on: LocalDate): readonly Insurance[] {
  const inDate = held.filter((policy) => validityOn(policy, on).state === 'inDate');
  return standingInsurances(inDate, on);
}

/**
 * Whether one policy is enough, or all together where they are known to be excess layers of one cover: each has a number of
 * its own and a known first day, without which one may be the renewal of another.
 */
function reaches(policies: readonly Insurance[], { limit }: InsuranceAsked): boolean {
  if (limit === null) return false;
  const numbers = policies.map(({ policyNumber }) => policyNumber.trim());
  const areLayers =
    !numbers.includes('') &&
    new Set(numbers).size === numbers.length &&
    policies.every(({ validFrom }) => validFrom !== null);
  return policies.some((policy) => (policy.limit ?? 0) >= limit) || (areLayers && totalOf(policies) >= limit);
}

function totalOf(policies: readonly Insurance[]): number {
  return policies.reduce((sum, { limit }) => sum + (limit ?? 0), 0);
}

const basisWords = { anyOneClaim: ' for any one claim', aggregate: ' in the aggregate', unknown: '' } as const;

function amountWords({ limit, basis }: Pick<Insurance, 'limit' | 'basis'>): string {
  return limit === null ? 'an amount not recorded' : `${formatPounds(limit)}${basisWords[basis]}`;
}

function policiesWords(policies: readonly Insurance[]): string {
  return policies
    .map((policy) => `${amountWords(policy)}${policy.validTo === null ? '' : ` to ${formatLongDate(policy.validTo)}`}`)
    .join(' and ');
}

/** The policies of today and, where others are in force on the last day that counts, those as well. */
function coverWords(held: readonly Insurance[], days: DaysThatCount): string {
  const now = inForce(held, days[0].on);
  const last = inForce(held, days.at(-1)?.on ?? days[0].on);
  const renewed = last.filter((policy) => !now.includes(policy));
  return [now, renewed].flatMap((policies) => (policies.length === 0 ? [] : policiesWords(policies))).join(', then ');
}

function validWords(found: readonly Cover[]): string {
  const ends = found.flatMap(({ validTo }) => validTo ?? []).toSorted();
  const end = ends.at(-1);
  return end === undefined ? 'is recorded' : `is valid to ${formatLongDate(end)}`;
}

function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}
