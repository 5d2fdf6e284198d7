import { at, each, type Field, partlyReadOf, remark, text } from './fields.ts';
import { readLastDays } from './mapDates.ts';
import { findBuyer, readNoticeType, readRegime, readReleaseValue } from './mapFacts.ts';
import { readCpv, readScopes, type Scope, wholeScope } from './mapLots.ts';
import type { Buyer } from '../../domain/tender/tender.ts';
import type { MappedRelease, NoticeFacts } from './mappedRelease.ts';
import { marksClockAsUtc, type NoticeDate, readDate } from './publishedDates.ts';

type OutlineFacts = Pick<NoticeFacts, 'title' | 'reference' | 'noticeType' | 'cpv' | 'regions' | 'value'>;

/** What a list of notices says of a release: as `mapRelease` reads it, without all that only its own page shows. */
export interface ReleaseOutline extends Pick<MappedRelease, 'ocid' | 'releaseId' | 'publishedAt'> {
  readonly facts: OutlineFacts & { readonly buyer: Pick<Buyer, 'name'> };
  readonly lots: readonly unknown[];
  /** Until when tenders and requests to participate are taken. */
  readonly dates: readonly NoticeDate[];
  /** The release as it was parsed. */
  readonly raw: Readonly<Record<string, unknown>>;
}

/** Reads a release no further than a list of notices needs, in a quarter of the time. */
export function outlineRelease(raw: Readonly<Record<string, unknown>>): ReleaseOutline {
  const release = partlyReadOf(raw);
  const identity = readIdentity(release);
  const { facts } = readOutlineFacts(release, identity.releaseId);
  return {
    ocid: identity.ocid,
    releaseId: identity.releaseId,
    publishedAt: identity.publication?.at ?? null,
    facts: { ...facts, buyer: { name: findBuyer(release).name } },
    lots: each(at(release, 'tender', 'lots')).map(({ value }) => value),
    dates: readLastDays(release, readRegime(release), identity.clockIsMarkedUtc),
    raw,
  };
}

/** What a release is called, when it was published, and how its service writes the time. */
interface Identity {
  readonly ocid: string;
  readonly releaseId: string;
  readonly publication: NoticeDate | null;
  readonly clockIsMarkedUtc: boolean;
}

export function readIdentity(release: Field): Identity {
  const ocid = text(at(release, 'ocid'));
  const clockIsMarkedUtc = marksClockAsUtc(ocid);
  const publication = readDate(
    at(release, 'date'),
    { kind: 'publication', label: 'Notice published', lotNumber: null, precision: 'listed' },
    clockIsMarkedUtc,
  );
  return { ocid, releaseId: readReleaseId(release, ocid), publication, clockIsMarkedUtc };
}

function readReleaseId(release: Field, ocid: string): string {
  const id = text(at(release, 'id'));
  if (ocid === '') remark(at(release, 'ocid'), 'The release has no ocid: it cannot be joined to later notices.');
  if (id !== '') return id;
  remark(at(release, 'id'), 'The release has no number of its own: ocid and date stand for it.');
  return `${ocid}/${text(at(release, 'date'))}`;
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
