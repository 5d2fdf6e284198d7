import type { LocalDate } from '../time/localDate.ts';
import type { Ternary } from '../organisation/organisation.ts';

/**
 * How a contract is awarded, as far as the duty to stand still depends on it (Procurement Act 2023 s.51(3)). The two before `unknown` are of
 * the Provider Selection Regime: a notice of the intention to award, and an award
 * for which it asks no standstill.
 */
export const awardRoutes = [
  'competition',
  'frameworkCallOff',
  'dynamicMarket',
  'urgentDirectAward',
  'lifeProtectingDirectAward',
  'privateUtilityDirectAward',
  'directAward',
  'intentionToAward',
  'directAwardProcessAOrB',
  'unknown',
] as const;
export type AwardRoute = (typeof awardRoutes)[number];

/** One award as a notice states it. */
export interface PublishedAward {
  /** The notice's own number for it. */
  readonly id: string;
  /** The notice's numbers of the lots it is for; empty where it names none. */
  readonly lots: readonly string[];
  readonly suppliers: readonly string[];
  /** The end of the standstill that the notice gives; `null` where it gives none. */
  readonly standstillEnd: LocalDate | null;
  readonly aboveThreshold: Ternary;
  readonly lightTouch: boolean;
  readonly route: AwardRoute;
  /** The notice corrects an earlier one and takes its place. */
  readonly isCorrection: boolean;
}

/** What tells the route of an award. */
export interface RouteFacts {
  /** In the notice's words, such as `Award under framework`. */
  readonly procedure: string;
  /** Why there was no competition: codes and words of the notice. */
  readonly justification: string;
  readonly byPrivateUtility: boolean;
  readonly usesDynamicMarket: boolean;
}

const underFramework =
  /call[- ]?offs?\b|further competition|mini[- ]?competition|(?:award\w*|order\w*|contract)\b.*\b(?:under|from|through|via|within|in accordance with)\b.*framework|under (?:an? |the )?framework/i;

/** The route of an award, read from the words for the procedure. A procedure that sets up a framework is a competition. */
export function awardRoute({ procedure, justification, byPrivateUtility, usesDynamicMarket }: RouteFacts): AwardRoute {
  const dynamic = /dynamic (?:market|purchasing)/i.test(procedure);
  if (usesDynamicMarket || dynamic) return 'dynamicMarket';
  if (underFramework.test(procedure)) return 'frameworkCallOff';
  if (/direct award|without (?:prior|competition|a call)|switch\w* to direct/i.test(procedure)) {
    if (byPrivateUtility) return 'privateUtilityDirectAward';
    if (/urgen/i.test(procedure) || /urgen/i.test(justification)) return 'urgentDirectAward';
    if (/protect(?:ing)?[ -]?(?:human )?life/i.test(`${procedure} ${justification}`))
      return 'lifeProtectingDirectAward';
    return 'directAward';
  }
  return /open|competiti|restricted|negotiat|dialogue|limited/i.test(procedure) ? 'competition' : 'unknown';
}
