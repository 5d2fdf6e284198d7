import type { Bid } from '../bid/bid.ts';
import type { Tender } from '../tender/tender.ts';

/**
 * Whether the law implies payment within 30 days into what members charge each other. It does into sub-contracts of a public
 * contract (Procurement Act 2023 ss.73 and 88), but not for a concession, nor where the buyer is a school or a private
 * utility (s.73(6)); and members who contract with the buyer together are no sub-contractors of each other. No notice says
 * whether a buyer is a school or whether a utility is private, so where it might be the answer is unknown.
 */
export function thirtyDaysImplied(
  { structure }: Pick<Bid, 'structure'>,
  { regime, specialRegimes, buyer }: Pick<Tender, 'regime' | 'specialRegimes' | 'buyer'>,
): 'implied' | 'notImplied' | 'unknown' {
  if (structure === 'unincorporated') return 'notImplied';
  if (regime !== 'pa2023' || structure === 'unknown') return 'unknown';
  if (specialRegimes.includes('concession')) return 'notImplied';
  const mayBePrivate = buyer.authority === 'utility' || specialRegimes.includes('utilities');
  const mayBeSchool = /\b(?:school|academy|academies)\b/i.test(buyer.name);
  return mayBePrivate || mayBeSchool || buyer.authority === 'unknown' ? 'unknown' : 'implied';
}
