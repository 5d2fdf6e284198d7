import { foldText } from '../basics/foldText.ts';
import { daysBetween, formatLocalDate, type LocalDate } from '../time/localDate.ts';
import type { CoverShortfall, MissingFact } from './missingFact.ts';
import { formatPounds, type Pence } from '../basics/money.ts';
import { insuranceKinds, type Certificate, type Insurance, type Organisation } from './organisation.ts';
import { validityOn, type Cover } from './validity.ts';

/** How long before its end cover is said to be ending: time enough to ask a broker or an assessor for a renewal. */
export const soonDays = 60;

/** The least that an employer insures for, over all policies (Employers' Liability (Compulsory Insurance) Regulations 1998 reg. 3). */
const leastEmployersLiability: Pence = 500_000_000;

/**
 * What is missing or ending among the insurances on a day. Only policies held are judged by their dates: one committed
 * to by contract start need not run yet (Procurement Act 2023 s.22(3)(b)).
 */
export function insuranceFacts(insurances: readonly Insurance[], on: LocalDate): readonly MissingFact[] {
  const held = insurances.filter(({ state }) => state === 'held');
  const field = 'insurances';
  return [
    ...employersLiabilityFacts(insurances, on),
    ...insurances
      .filter((insurance) => insurance.limit === null && validityOn(insurance, on).state !== 'expired')
      .map((insurance): MissingFact => {
        return {
          kind: 'insuranceLimitUnknown',
          sentence: `${insuranceTitle(insurance)}: its limit is not known.`,
          field,
        };
      }),
    ...shortfalls(held, on, ({ kind }) => kind, insuranceTitle).map(({ shortfall, sentence }): MissingFact => {
      return { kind: `insurance${shortfall}`, sentence, field };
    }),
  ];
}

/** What is ending, or without dates, among the certificates on a day; a newer one of the same name renews the older. */
export function certificateFacts(certificates: readonly Certificate[], on: LocalDate): readonly MissingFact[] {
  return shortfalls(certificates, on, certificateGroup, certificateTitle).map(
    ({ shortfall, sentence }): MissingFact => ({ kind: `certificate${shortfall}`, sentence, field: 'certificates' }),
  );
}

/**
 * The first day on which an insurance held or a certificate ends, or ended without being renewed; `null` where no end is
 * known. It may lie in the past.
 */
export function nextExpiry({ insurances, certificates }: Organisation, on: LocalDate): LocalDate | null {
  const held = insurances.filter(({ state }) => state === 'held');
  const ends = [firstEnd(held, on, ({ kind }) => kind), firstEnd(certificates, on, certificateGroup)];
  return ends.filter((end) => end !== null).toSorted()[0] ?? null;
}

/** The insurances that count on a day: those committed to, and of those held all but the ones that a later one renews. */
export function standingInsurances(insurances: readonly Insurance[], on: LocalDate): readonly Insurance[] {
  const held = insurances.filter(({ state }) => state === 'held');
  return insurances.filter(
    (insurance) => insurance.state === 'committed' || !isRenewed(insurance, held, on, ({ kind }) => kind),
  );
}

function firstEnd<Dated extends Cover>(
  records: readonly Dated[],
  on: LocalDate,
  groupOf: (record: Dated) => string,
): LocalDate | null {
  return records.reduce<LocalDate | null>((first, record) => {
    if (record.validTo === null || (first !== null && record.validTo >= first)) return first;
    return isRenewed(record, records, on, groupOf) ? first : record.validTo;
  }, null);
}

function certificateGroup({ name }: Certificate): string {
  return foldText(name).trim();
}

function certificateTitle({ name }: Certificate): string {
  return name.trim() === '' ? 'A certificate without a name' : name.trim();
}

function insuranceTitle({ kind }: Insurance): string {
  return `${insuranceKinds[kind]} insurance`;
}

function employersLiabilityFacts(insurances: readonly Insurance[], on: LocalDate): readonly MissingFact[] {
  const recorded = insurances.filter(({ kind }) => kind === 'employersLiability');
  if (recorded.length === 0) {
    const sentence =
      "No employers' liability insurance is recorded; the law demands it of everyone who employs people.";
    return [{ kind: 'noEmployersLiability', sentence, field: 'insurances' }];
  }
  const limits = recorded
    .filter((policy) => policy.state === 'held' && validityOn(policy, on).state === 'inDate')
    .map(({ limit }) => limit);
  const total = limits.reduce<Pence>((sum, limit) => sum + (limit ?? 0), 0);
  if (limits.length === 0 || limits.includes(null) || total >= leastEmployersLiability) return [];
  const sentence = `Employers' liability insurance covers ${formatPounds(total)}; the law demands at least ${formatPounds(leastEmployersLiability)}.`;
  return [{ kind: 'employersLiabilityLow', sentence, field: 'insurances' }];
}

interface Shortfall {
  readonly shortfall: CoverShortfall;
  readonly sentence: string;
}

/** Each record whose dates fall short on a day, unless another record of its group makes up for it. */
function shortfalls<Dated extends Cover>(
  records: readonly Dated[],
  on: LocalDate,
  groupOf: (record: Dated) => string,
  titleOf: (record: Dated) => string,
): readonly Shortfall[] {
  return records.flatMap((record): readonly Shortfall[] => {
    const title = titleOf(record);
    const { validFrom, validTo } = record;
    const validity = validityOn(record, on);
    if (validity.state === 'notYet' && validFrom !== null) {
      const inForce = (other: Dated) => validityOn(other, on).state === 'inDate' && groupOf(other) === groupOf(record);
      if (records.some(inForce)) return [];
      return [{ shortfall: 'NotYet', sentence: `${title} begins only on ${formatLocalDate(validFrom)}.` }];
    }
    if (validity.state === 'unknown' || validTo === null) {
      return [{ shortfall: 'DatesUnknown', sentence: `${title}: until when it is valid is not known.` }];
    }
    if (validity.state === 'inDate' && validity.daysLeft > soonDays) return [];
    if (isRenewed(record, records, on, groupOf)) return [];
    const end = formatLocalDate(validTo);
    return validity.state === 'inDate'
      ? [{ shortfall: 'Expiring', sentence: `${title} ends on ${end}, ${inDays(validity.daysLeft)}.` }]
      : [{ shortfall: 'Expired', sentence: `${title} ended on ${end}.` }];
  });
}

function isRenewed<Dated extends Cover>(
  record: Dated,
  records: readonly Dated[],
  on: LocalDate,
  groupOf: (record: Dated) => string,
): boolean {
  return records.some((other) => renews(other, record, on) && groupOf(other) === groupOf(record));
}

/**
 * True where `later` takes over from `earlier`: it begins after it and lasts longer, and has begun or begins by the day
 * after the other ends. A second layer that runs beside the first is no renewal of it.
 */
function renews(later: Cover, earlier: Cover, on: LocalDate): boolean {
  if (later.validFrom === null || later.validTo === null || earlier.validTo === null) return false;
  if (earlier.validFrom !== null && later.validFrom <= earlier.validFrom) return false;
  if (later.validTo <= earlier.validTo) return false;
  return later.validFrom <= on || daysBetween(earlier.validTo, later.validFrom) <= 1;
}

function inDays(days: number): string {
  if (days === 0) return 'today';
  return days === 1 ? 'tomorrow' : `in ${days} days`;
}
