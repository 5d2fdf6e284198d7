import { summarise, type OrganisationSummary } from '../../../../shared/domain/organisation/directory.ts';
import type { LocalDate } from '../../../../shared/domain/time/localDate.ts';
import type { Organisation } from '../../../../shared/domain/organisation/organisation.ts';
import { type Summaries, useSummaries, viewOf } from './summaries.ts';

export const directoryView = viewOf<Organisation, OrganisationSummary>({
  table: 'organisations',
  source: (db) => db.organisations,
  summarise,
  firstBy: 'name',
});

/** All organisations as summaries as of a day, live. The first screenful, by name, comes first. */
export function useDirectory(on: LocalDate): Summaries<OrganisationSummary> {
  return useSummaries(directoryView, on);
}
