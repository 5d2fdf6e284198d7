import { at, each, type Field, notRead, pathOf, type Remark, remark, text, texts, wholeOf } from './fields.ts';
import { readIdentity } from './identifyRelease.ts';
import { readAwards } from './mapAwards.ts';
import { readAmendments } from './mapCorrections.ts';
import { readDeadlines } from './mapDates.ts';
import { readContractEndings, readEnding } from './mapEnding.ts';
import {
  readAboveThreshold,
  readBuyer,
  readCategory,
  readElectronicSubmission,
  readSpecialRegimes,
} from './mapFacts.ts';
import { readRegime } from './mapRegime.ts';
import { readLots, readWhole } from './mapLots.ts';
import type { MappedRelease, NoticeFacts } from './mappedRelease.ts';
import { readReservations } from './mapReservations.ts';
import { findNotUnderstood } from './notUnderstood.ts';
import { readOutlineFacts } from './outlineRelease.ts';
import { type NoticeDate, readDate } from './publishedDates.ts';

/** Maps one OCDS release as UK services publish it. Nothing is refused: what is odd is remarked, what is not used is listed. */
export function mapRelease(raw: Readonly<Record<string, unknown>>): MappedRelease {
  const release = wholeOf(raw);
  const tender = at(release, 'tender');
  const { ocid, releaseId, publication, clockIsMarkedUtc } = readIdentity(release);
  const tags = texts(at(release, 'tag'));
  const regime = readRegime(release);

  const { facts: outline, items, scope } = readOutlineFacts(release, releaseId);
  const facts: NoticeFacts = {
    ...outline,
    buyer: readBuyer(release),
    description: text(at(tender, 'description')),
    regime,
    aboveThreshold: readAboveThreshold(release),
    specialRegimes: readSpecialRegimes(release),
    category: readCategory(release),
    procedure: readProcedure(tender),
    acceleration: text(at(tender, 'procedure', 'acceleratedRationale')),
    electronicSubmission: readElectronicSubmission(release),
    submission: text(at(tender, 'submissionMethodDetails')),
    reservations: readReservations(tender),
  };
  if (facts.title === '') remark(at(tender, 'title'), 'The notice has no title.');
  const { lots, dates: lotDates } = readLots(tender, items, clockIsMarkedUtc);
  const { title, description, value } = facts;
  const { whole, dates: wholeDates } = readWhole(tender, { title, description, value }, scope, clockIsMarkedUtc);
  const deadlines = readDeadlines(release, regime, clockIsMarkedUtc);

  const awards = readAwards(release, tags, regime, clockIsMarkedUtc);
  const ending = readEnding(release, tags, facts.noticeType, clockIsMarkedUtc);
  const amendments = readAmendments(release, clockIsMarkedUtc);
  const contractEndings = readContractEndings(release);
  const dates = [publication, ...deadlines, ...wholeDates, ...lotDates, ...amendments.dates].filter(
    (date) => date !== null,
  );

  const rest = notRead(release);
  const listed = rest.dates.map((field) => listedDate(field, clockIsMarkedUtc));
  return {
    ocid,
    releaseId,
    tags,
    publishedAt: publication?.at ?? null,
    isUpdate: isUpdate(tender, tags),
    awards,
    corrections: amendments.corrections,
    said: [...amendments.said, ...contractEndings],
    ending,
    isCall: ending === null && tags.some((tag) => tag === 'tender' || tag === 'tenderUpdate'),
    notUnderstood: findNotUnderstood(release, rest, { amendments, ending, dates }),
    facts,
    lots,
    whole,
    dates: [...dates, ...listed.filter((date) => date !== null)],
    remarks: withoutRepeats(release.remarks),
    unused: rest.paths,
    json: JSON.stringify(raw),
  };
}

/** A record that was put together from several releases (`compiled`) bears the date of the last of them. */
function isUpdate(tender: Field, tags: readonly string[]): boolean {
  return tags.some((tag) => tag.endsWith('Update') || tag === 'compiled') || each(at(tender, 'amendments')).length > 0;
}

/** Several readers look at the same field, and doubt it in the same words. */
function withoutRepeats(remarks: readonly Remark[]): readonly Remark[] {
  return [...new Map(remarks.map((remark) => [`${remark.path} ${remark.sentence}`, remark])).values()];
}

function readProcedure(tender: Field): string {
  const details = text(at(tender, 'procurementMethodDetails'));
  const method = text(at(tender, 'procurementMethod'));
  return details === '' ? method : details;
}

/** A date that is no deadline, listed under its own path. */
function listedDate(field: Field, clockIsMarkedUtc: boolean): NoticeDate | null {
  const meaning = { kind: null, label: pathOf(field), lotNumber: null, precision: 'listed' } as const;
  return readDate(field, meaning, clockIsMarkedUtc);
}
