import { applyAmendment, type Move, type StatedDate } from '../../domain/tender/amendment.ts';
import type { Deadline } from '../../domain/tender/deadline.ts';
import { err, ok, type Result } from '../../domain/basics/result.ts';
import type { Cpv, KeptRelease, Lot, NotUnderstood, Tender, TenderValue } from '../../domain/tender/tender.ts';
import type { MappedRelease, NoticeFacts, NoticeLot } from './mappedRelease.ts';
import { hasValue, noValue } from './mapMoney.ts';
import { placeCorrections } from './placeCorrections.ts';
import { readNotices } from './readNotices.ts';
import { withEarlierEnding, withEnding } from './tenderEnding.ts';

/** Makes a tender of a release: its lots, every deadline it gives, and the release itself word for word. */
export function adopt(release: MappedRelease, newId: () => string, now: Date): Tender {
  const lots = lotsOf(release).map((lot) => numbered(lot, newId));
  const { stated, notUnderstood } = statedBy(release, [], lots, now);
  const tender: Tender = {
    id: newId(),
    ...release.facts,
    documentsWithNotice: 'unknown',
    ocid: release.ocid === '' ? null : release.ocid,
    lots,
    deadlines: applyAmendment([], stated, newId).deadlines,
    source: { kind: 'ocds', releaseId: release.releaseId, releases: [kept(release, notUnderstood, now)] },
    documents: [],
    state: 'watching',
  };
  return withEnding(tender, release, stated);
}

/** What a further release did to a tender. */
export interface AppliedRelease {
  readonly tender: Tender;
  /** `older`: the tender already shows a later notice, so that this one only adds to the history of dates. */
  readonly outcome: 'applied' | 'older' | 'alreadyApplied';
  readonly moves: readonly Move[];
  /** What of the release a person has to look at. */
  readonly notUnderstood: readonly NotUnderstood[];
}

/** The release belongs to another procurement. */
export interface OtherProcurement {
  readonly kind: 'otherProcurement';
  readonly tender: string;
  readonly release: string;
}

/**
 * Applies a further release of the same procurement to a tender. Deadlines gain versions, lots are matched by number. What the release
 * leaves out stays as it was: later notices often repeat little, and no lot is taken away, since bids are for lots.
 */
export function applyRelease(
  tender: Tender,
  release: MappedRelease,
  newId: () => string,
  now: Date,
): Result<AppliedRelease, OtherProcurement> {
  if (tender.ocid !== null && tender.ocid !== release.ocid) {
    return err({ kind: 'otherProcurement', tender: tender.ocid, release: release.ocid });
  }
  const known = tender.source.kind === 'ocds' ? tender.source.releases : [];
  if (known.some(({ id, json }) => id === release.releaseId && json === release.json)) {
    return ok({ tender, outcome: 'alreadyApplied', moves: [], notUnderstood: [] });
  }
  const latest = known.reduce(
    (latest, { publishedAt }) => ((publishedAt ?? '') > latest ? (publishedAt ?? '') : latest),
    '',
  );
  const older = (release.publishedAt ?? '') < latest;
  const lots = older ? tender.lots : mergedLots(tender.lots, release, newId);
  const { stated, notUnderstood } = statedBy(release, tender.deadlines, lots, now);
  const { deadlines, moves } = applyAmendment(tender.deadlines, stated, newId);
  const releaseId = older && tender.source.kind === 'ocds' ? tender.source.releaseId : release.releaseId;
  const amended: Tender = {
    ...(older ? tender : { ...tender, ...mergedFacts(tender, release.facts) }),
    ocid: release.ocid === '' ? tender.ocid : release.ocid,
    lots,
    deadlines,
    source: { kind: 'ocds', releaseId, releases: [...known, kept(release, notUnderstood, now)] },
  };
  return ok({
    tender: older
      ? withEarlierEnding(amended, release, laterThan(release, known))
      : withEnding(amended, release, stated),
    outcome: older ? 'older' : 'applied',
    moves,
    notUnderstood,
  });
}

/** The releases a tender already has that came out after another, in the order of publication. */
function laterThan({ publishedAt }: MappedRelease, known: readonly KeptRelease[]): readonly MappedRelease[] {
  return known
    .filter((kept) => (kept.publishedAt ?? '') > (publishedAt ?? ''))
    .toSorted((a, b) => (a.publishedAt ?? '').localeCompare(b.publishedAt ?? ''))
    .flatMap(({ json }) => {
      const read = readNotices(new TextEncoder().encode(json));
      return read.ok ? read.value.releases : [];
    });
}

/** A notice without lots is for one contract, which is one lot. */
function lotsOf({ lots, whole }: MappedRelease): readonly NoticeLot[] {
  return lots.length > 0 ? lots : [whole];
}

function numbered(lot: NoticeLot, newId: () => string): Lot {
  return { id: newId(), ...lot };
}

function kept(release: MappedRelease, notUnderstood: readonly NotUnderstood[], now: Date): KeptRelease {
  const { releaseId, facts, publishedAt, json, isUpdate, awards } = release;
  const { noticeType } = facts;
  const importedAt = now.toISOString();
  return {
    id: releaseId,
    noticeType,
    publishedAt,
    json,
    importedAt,
    isUpdate,
    ...(awards === null ? {} : { awards }),
    notUnderstood,
  };
}

/** The dates that a release states, in fields and as corrections of deadlines, and what of it nobody understood. */
function statedBy(
  release: MappedRelease,
  deadlines: readonly Deadline[],
  lots: readonly Lot[],
  now: Date,
): { readonly stated: readonly StatedDate[]; readonly notUnderstood: readonly NotUnderstood[] } {
  const recordedAt = now.toISOString();
  const statedAt = release.publishedAt ?? recordedAt;
  const source = `Notice ${release.releaseId}`;
  const { placed, notUnderstood } = placeCorrections(release.corrections, deadlines, lots);
  const corrected = placed.map(({ kind, label, lotId, due, original }): StatedDate => {
    return { kind, label, lotId, version: { due, original, source, statedAt, recordedAt } };
  });
  return {
    stated: [...statedDates(release, lots, now), ...corrected],
    notUnderstood: [...release.notUnderstood, ...notUnderstood],
  };
}

/**
 * The publication is left out: it is not a deadline, and stands with the kept release. Where one notice gives two dates of the same kind,
 * lot and label, the later ones are numbered, since they are two deadlines and not one that moves; the same date twice is one.
 */
function statedDates(release: MappedRelease, lots: readonly Lot[], now: Date): readonly StatedDate[] {
  const recordedAt = now.toISOString();
  const statedAt = release.publishedAt ?? recordedAt;
  const seen = new Map<string, Set<string>>();
  return release.dates.flatMap(({ kind, label: words, lotNumber, due, original, at }): readonly StatedDate[] => {
    if (kind === null || kind === 'publication') return [];
    const lot = lots.find(({ number }) => number === lotNumber);
    const label = lot === undefined && lotNumber !== null ? `${words} (lot ${lotNumber})` : words;
    const key = JSON.stringify([kind, label, lotNumber]);
    const dates = seen.get(key) ?? new Set();
    seen.set(key, dates);
    if (dates.has(at)) return [];
    dates.add(at);
    const version = { due, original, source: `Notice ${release.releaseId}`, statedAt, recordedAt };
    return [{ kind, label: dates.size === 1 ? label : `${label} (${dates.size})`, lotId: lot?.id ?? null, version }];
  });
}

function mergedFacts(old: Tender, now: NoticeFacts): NoticeFacts {
  const { buyer } = now;
  return {
    title: now.title || old.title,
    description: now.description || old.description,
    reference: now.reference || old.reference,
    buyer: {
      name: buyer.name || old.buyer.name,
      identifiers: given(buyer.identifiers, old.buyer.identifiers),
      address: buyer.address || old.buyer.address,
      authority: known(buyer.authority, old.buyer.authority),
    },
    noticeType: now.noticeType ?? old.noticeType,
    regime: known(now.regime, old.regime),
    aboveThreshold: known(now.aboveThreshold, old.aboveThreshold),
    specialRegimes: given(now.specialRegimes, old.specialRegimes),
    category: known(now.category, old.category),
    procedure: now.procedure || old.procedure,
    acceleration: now.acceleration || old.acceleration,
    electronicSubmission: known(now.electronicSubmission, old.electronicSubmission),
    cpv: given<Cpv>(now.cpv, old.cpv),
    regions: given(now.regions, old.regions),
    value: mergedValue(old.value, now.value),
    submission: now.submission || old.submission,
    reservations: given(now.reservations, old.reservations ?? []),
  };
}

/** A notice that names no lots says nothing of them where there are several. */
function mergedLots(old: readonly Lot[], release: MappedRelease, newId: () => string): readonly Lot[] {
  const [only, ...others] = old;
  if (release.lots.length === 0 && only !== undefined) {
    return others.length === 0 ? [mergedLot(only, release.whole)] : old;
  }
  const now = lotsOf(release);
  const merged = old.map((lot) => {
    const update = now.find(({ number }) => number === lot.number);
    return update === undefined ? lot : mergedLot(lot, update);
  });
  const added = now.filter(({ number }) => !old.some((lot) => lot.number === number));
  return [...merged, ...added.map((lot) => numbered(lot, newId))];
}

function mergedLot(old: Lot, now: NoticeLot): Lot {
  return {
    id: old.id,
    number: old.number,
    title: now.title || old.title,
    description: now.description || old.description,
    value: mergedValue(old.value, now.value),
    contractStart: now.contractStart ?? old.contractStart,
    contractEnd: now.contractEnd ?? old.contractEnd,
    maximumEnd: now.maximumEnd ?? old.maximumEnd,
    duration: now.duration ?? old.duration ?? null,
    ...(old.ended === undefined ? {} : { ended: old.ended }),
    cpv: given<Cpv>(now.cpv, old.cpv),
    regions: given(now.regions, old.regions),
    smeSuitable: known(now.smeSuitable, old.smeSuitable),
    vcseSuitable: known(now.vcseSuitable, old.vcseSuitable),
    awardCriteria: given(now.awardCriteria, old.awardCriteria),
    conditions: given(now.conditions, old.conditions),
  };
}

function mergedValue(old: TenderValue, now: TenderValue): TenderValue {
  return hasValue(now) ? now : hasValue(old) ? old : noValue;
}

function known<T extends string>(now: T | 'unknown', old: T | 'unknown'): T | 'unknown' {
  return now === 'unknown' ? old : now;
}

function given<T>(now: readonly T[], old: readonly T[]): readonly T[] {
  return now.length > 0 ? now : old;
}
