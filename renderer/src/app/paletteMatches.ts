import type { BidSummary } from '../../../shared/domain/bid/bidSummary.ts';
import { filterDirectory, type OrganisationSummary } from '../../../shared/domain/organisation/directory.ts';
import { foldText } from '../../../shared/domain/basics/foldText.ts';
import type { TenderSummary } from '../../../shared/domain/tender/tenderSummary.ts';
import type { Action } from './actions.ts';

const shownRecords = 8;

/** Commands whose label holds every typed word; those that cannot be done now are left out, as is the palette itself. */
export function matchActions(actions: readonly Action[], typed: string): readonly Action[] {
  const words = foldText(typed).split(/\s+/);
  return actions.filter(({ id, label, disabled }) => {
    const text = foldText(label);
    return id !== 'palette' && disabled !== true && words.every((word) => text.includes(word));
  });
}

/** The organisations that a few typed letters mean most likely: those whose name begins so come first. */
export function matchOrganisations(
  summaries: readonly OrganisationSummary[],
  typed: string,
): readonly OrganisationSummary[] {
  const text = foldText(typed).trim();
  if (text === '') return [];
  const found = filterDirectory(summaries, { text: typed, legalForms: [], flags: [], gaps: 'any', expiresBy: null });
  const rank = ({ sortKey }: OrganisationSummary) => (sortKey.startsWith(text) ? 0 : sortKey.includes(text) ? 1 : 2);
  return found.toSorted((a, b) => rank(a) - rank(b) || a.sortKey.localeCompare(b.sortKey)).slice(0, shownRecords);
}

/** The bids whose name holds every typed word. */
export function matchBids(bids: readonly BidSummary[], typed: string): readonly BidSummary[] {
  const words = wordsOf(typed);
  if (words.length === 0) return [];
  return bids.filter(({ name }) => words.every((word) => foldText(name).includes(word))).slice(0, shownRecords);
}

/** The tenders that hold every typed word in their title, buyer, numbers or codes. */
export function matchTenders(tenders: readonly TenderSummary[], typed: string): readonly TenderSummary[] {
  const words = wordsOf(typed);
  if (words.length === 0) return [];
  return tenders.filter(({ haystack }) => words.every((word) => haystack.includes(word))).slice(0, shownRecords);
}

function wordsOf(typed: string): readonly string[] {
  return foldText(typed)
    .split(/\s+/)
    .filter((word) => word !== '');
}
