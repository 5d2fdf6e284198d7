import { filterDirectory, type OrganisationSummary } from '../../../shared/domain/directory.ts';
import { foldText } from '../../../shared/domain/foldText.ts';
import type { Action } from './actions.ts';

const shownOrganisations = 8;

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
  return found.toSorted((a, b) => rank(a) - rank(b) || a.sortKey.localeCompare(b.sortKey)).slice(0, shownOrganisations);
}
