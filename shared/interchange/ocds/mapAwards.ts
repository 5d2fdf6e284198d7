import { awardRoute, type AwardRoute, type PublishedAward } from '../../domain/tender/award.ts';
import type { Ternary } from '../../domain/organisation/organisation.ts';
import type { Regime } from '../../domain/tender/tender.ts';
import { at, each, type Field, ternary, text, texts } from './fields.ts';
import { hasEnded } from './mapEnding.ts';
import { isPrivateUtility } from './mapFacts.ts';
import { wordsOfRelease } from './mapRegime.ts';
import { readDate } from './publishedDates.ts';

/**
 * What an award notice says of each award, as far as a standstill depends on it. Awards that were given up are left out; `null` where
 * it lists none at all.
 */
export function readAwards(
  release: Field,
  tags: readonly string[],
  regime: Regime,
  clockIsMarkedUtc: boolean,
): readonly PublishedAward[] | null {
  const listed = each(at(release, 'awards'));
  if (listed.length === 0) return null;
  if (!tags.some((tag) => tag === 'award' || tag === 'awardUpdate' || tag === 'compiled')) return [];
  const isUpdate = tags.includes('awardUpdate');
  const route = readRoute(release, regime);
  const lightTouch = texts(at(release, 'tender', 'specialRegime')).includes('lightTouch');
  return listed
    .filter((award) => !hasEnded(award))
    .map((award): PublishedAward => {
      const meaning = { kind: null, label: '', lotNumber: null, precision: 'day' } as const;
      const end = readDate(at(award, 'standstillPeriod', 'endDate'), meaning, clockIsMarkedUtc);
      return {
        id: text(at(award, 'id')),
        lots: texts(at(award, 'relatedLots')),
        suppliers: each(at(award, 'suppliers'))
          .map((supplier) => text(at(supplier, 'name')))
          .filter((name) => name !== ''),
        standstillEnd: end?.due.kind === 'day' ? end.due.on : null,
        aboveThreshold: readAwardThreshold(release, award),
        lightTouch,
        route,
        isCorrection: isUpdate || each(at(award, 'amendments')).length > 0,
      };
    });
}

/** A procedure “below threshold” says it too, where no field does. */
function readAwardThreshold(release: Field, award: Field): Ternary {
  const id = text(at(award, 'id'));
  const contract = each(at(release, 'contracts')).find((each) => id !== '' && text(at(each, 'awardID')) === id);
  const given = [award, ...(contract === undefined ? [] : [contract]), at(release, 'tender')]
    .map((stage) => ternary(at(stage, 'aboveThreshold')))
    .find((answer) => answer !== 'unknown');
  const isBelow = /^below threshold/i.test(text(at(release, 'tender', 'procurementMethodDetails')));
  return given ?? (isBelow ? 'no' : 'unknown');
}

function readRoute(release: Field, regime: Regime): AwardRoute {
  if (regime === 'psrEngland' || regime === 'psrWales') return readHealthRoute(release);
  const tender = at(release, 'tender');
  const details = text(at(tender, 'procurementMethodDetails'));
  const classifications = each(at(tender, 'procurementMethodRationaleClassifications'));
  const rationale = text(at(tender, 'procurementMethodRationale'));
  const codes = classifications.flatMap((each) => [text(at(each, 'id')), text(at(each, 'description'))]);
  // Free words may deny urgency as well; the words of the Act (Schedule 5, paragraph 13) do not occur by chance.
  const isUrgent = /extreme and unavoidable urgency/i.test(rationale);
  return awardRoute({
    procedure: details === '' ? text(at(tender, 'procurementMethod')) : details,
    justification: [...codes, isUrgent ? rationale : ''].join(' '),
    byPrivateUtility: isPrivateUtility(release),
    usesDynamicMarket: ternary(at(tender, 'techniques', 'hasDynamicPurchasingSystem')) === 'yes',
  });
}

/** Notices of the Provider Selection Regime say in words which of its processes was followed. */
function readHealthRoute(release: Field): AwardRoute {
  const words = wordsOfRelease(release);
  if (/direct award (?:process )?(?:[“"'(]?)[AB]\b/i.test(words)) return 'directAwardProcessAOrB';
  return /\bintention|\bintends? to|\bintent\b/i.test(words) ? 'intentionToAward' : 'unknown';
}
