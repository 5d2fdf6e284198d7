import { useMemo } from 'react';
import { summarise, type OrganisationSummary } from '../../../../shared/domain/directory.ts';
import type { LocalDate } from '../../../../shared/domain/localDate.ts';
import type { Organisation } from '../../../../shared/domain/organisation.ts';
import { type Summaries, useSummaries, type View } from './summaries.ts';

/** All organisations as summaries as of a day, live. The first screenful, by name, comes first. */
export function useDirectory(on: LocalDate): Summaries<OrganisationSummary> {
  return useSummaries(useMemo(() => directoryOn(on), [on]));
}

export function directoryOn(on: LocalDate): View<Organisation, OrganisationSummary> {
  return {
    table: 'organisations',
    source: (db) => db.organisations,
    summarise: (organisation) => summarise(organisation, on),
    asOf: on,
    firstBy: 'name',
  };
}
