import { filterDirectory, summarise } from '../../shared/domain/organisation/directory.ts';
import type { Organisation } from '../../shared/domain/organisation/organisation.ts';

/** What the directory says it found for each of `texts`, worked out apart from the screen. */
export function directoryAnswer(
  organisations: readonly Organisation[],
  texts: readonly string[],
): readonly (readonly [string, string])[] {
  const summaries = organisations.map((organisation) => summarise(organisation, '2026-11-23'));
  const all = summaries.length.toLocaleString('en-GB');
  return texts.map((text) => {
    const found = filterDirectory(summaries, { text, legalForms: [], flags: [], gaps: 'any', expiresBy: null }).length;
    return [text, found === summaries.length ? `${all} organisations` : `${found.toLocaleString('en-GB')} of ${all}`];
  });
}
