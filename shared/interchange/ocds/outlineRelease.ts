import { at, each, type Field, partlyReadOf, text, texts } from './fields.ts';
import type { IdentifiedRelease } from './identifyRelease.ts';
import { readAmendments } from './mapCorrections.ts';
import { readLastDays } from './mapDates.ts';
import { readEnding } from './mapEnding.ts';
import { readBuyerName, readNoticeType, readReleaseValue } from './mapFacts.ts';
import { readRegime } from './mapRegime.ts';
import { readCpv, readScopes, type Scope, wholeScope } from './mapLots.ts';
import type { Buyer } from '../../domain/tender/tender.ts';
import type { MappedRelease, NoticeFacts } from './mappedRelease.ts';
import { marksClockAsUtc, type NoticeDate } from './publishedDates.ts';

type OutlineFacts = Pick<NoticeFacts, 'title' | 'reference' | 'noticeType' | 'cpv' | 'regions' | 'value'>;

/** What a list of notices says of a release: as `mapRelease` reads it, without all that only its own page shows. */
export interface ReleaseOutline extends Pick<
  MappedRelease,
  'ocid' | 'releaseId' | 'publishedAt' | 'ending' | 'corrections'
> {
  readonly facts: OutlineFacts & { readonly buyer: Pick<Buyer, 'name'> };
  readonly lots: readonly unknown[];
  /** Until when tenders and requests to participate are taken. */
  readonly dates: readonly NoticeDate[];
}

/** Reads a release no further than a list of notices needs, in a quarter of the time. */
export function outlineRelease({ ocid, releaseId, publishedAt, raw }: IdentifiedRelease): ReleaseOutline {
  const release = partlyReadOf(raw);
  const { facts } = readOutlineFacts(release, releaseId);
  const clockIsMarkedUtc = marksClockAsUtc(ocid);
  return {
    ocid,
    releaseId,
    publishedAt,
    ending: readEnding(release, texts(at(release, 'tag')), facts.noticeType, clockIsMarkedUtc),
    corrections: readAmendments(release, clockIsMarkedUtc).corrections,
    facts: { ...facts, buyer: { name: readBuyerName(release) } },
    lots: each(at(release, 'tender', 'lots')),
    dates: readLastDays(release, readRegime(release), clockIsMarkedUtc),
  };
}

/** The facts of an outline, and what the items say of each lot and of the whole. */
export function readOutlineFacts(
  release: Field,
  releaseId: string,
): { readonly facts: OutlineFacts; readonly items: ReadonlyMap<string, Scope>; readonly scope: Scope } {
  const tender = at(release, 'tender');
  const awards = each(at(release, 'awards'));
  const scopes = readScopes(each(at(tender, 'items')));
  const items = scopes.size > 0 ? scopes : readScopes(awards.flatMap((award) => each(at(award, 'items'))));
  const classifications = [at(tender, 'classification'), ...each(at(tender, 'additionalClassifications'))];
  const scope = wholeScope(items, classifications.flatMap(readCpv));
  const facts = {
    title: text(at(tender, 'title')),
    reference: text(at(tender, 'id')),
    noticeType: readNoticeType(release, releaseId),
    cpv: scope.cpv,
    regions: scope.regions,
    value: readReleaseValue(release),
  };
  return { facts, items, scope };
}
