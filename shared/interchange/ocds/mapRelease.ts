import { at, each, type Field, notRead, pathOf, remark, text, texts, wholeOf } from './fields.ts';
import { readDeadlines } from './mapDates.ts';
import {
  readAboveThreshold,
  readBuyer,
  readCategory,
  readElectronicSubmission,
  readNoticeType,
  readRegime,
  readReleaseValue,
  readSpecialRegimes,
} from './mapFacts.ts';
import { readCpv, readLots, readScopes, readWhole, wholeScope } from './mapLots.ts';
import type { MappedRelease, NoticeFacts } from './mappedRelease.ts';
import { marksClockAsUtc, type NoticeDate, readDate } from './publishedDates.ts';

/** Maps one OCDS release as UK services publish it. Nothing is refused: what is odd is remarked, what is not used is listed. */
export function mapRelease(raw: Readonly<Record<string, unknown>>): MappedRelease {
  const release = wholeOf(raw);
  const tender = at(release, 'tender');
  const ocid = text(at(release, 'ocid'));
  const clockIsMarkedUtc = marksClockAsUtc(ocid);
  const publication = readDate(
    at(release, 'date'),
    { kind: 'publication', label: 'Notice published', lotNumber: null, precision: 'listed' },
    clockIsMarkedUtc,
  );
  const releaseId = readReleaseId(release, ocid);
  const tags = texts(at(release, 'tag'));
  const regime = readRegime(release);

  const awards = each(at(release, 'awards'));
  const scopes = readScopes(each(at(tender, 'items')));
  const items = scopes.size > 0 ? scopes : readScopes(awards.flatMap((award) => each(at(award, 'items'))));
  const classifications = [at(tender, 'classification'), ...each(at(tender, 'additionalClassifications'))];
  const scope = wholeScope(items, classifications.flatMap(readCpv));

  const facts: NoticeFacts = {
    title: text(at(tender, 'title')),
    description: text(at(tender, 'description')),
    reference: text(at(tender, 'id')),
    buyer: readBuyer(release),
    noticeType: readNoticeType(release, releaseId),
    regime,
    aboveThreshold: readAboveThreshold(release),
    specialRegimes: readSpecialRegimes(release),
    category: readCategory(release),
    procedure: readProcedure(tender),
    acceleration: text(at(tender, 'procedure', 'acceleratedRationale')),
    electronicSubmission: readElectronicSubmission(release),
    cpv: scope.cpv,
    regions: scope.regions,
    value: readReleaseValue(release),
    submission: text(at(tender, 'submissionMethodDetails')),
  };
  if (facts.title === '') remark(at(tender, 'title'), 'The notice has no title.');
  const { lots, dates: lotDates } = readLots(tender, items, clockIsMarkedUtc);
  const { title, description, value } = facts;
  const { whole, dates: wholeDates } = readWhole(tender, { title, description, value }, scope, clockIsMarkedUtc);
  const deadlines = readDeadlines(release, regime, clockIsMarkedUtc);

  const rest = notRead(release);
  const listed = rest.dates.map((field) => listedDate(field, clockIsMarkedUtc));
  return {
    ocid,
    releaseId,
    tags,
    publishedAt: publication?.at ?? null,
    facts,
    lots,
    whole,
    dates: [publication, ...deadlines, ...wholeDates, ...lotDates, ...listed].filter((date) => date !== null),
    remarks: release.remarks,
    unused: rest.paths,
    json: JSON.stringify(raw),
  };
}

function readReleaseId(release: Field, ocid: string): string {
  const id = text(at(release, 'id'));
  if (ocid === '') remark(at(release, 'ocid'), 'The release has no ocid: it cannot be joined to later notices.');
  if (id !== '') return id;
  remark(at(release, 'id'), 'The release has no number of its own: ocid and date stand for it.');
  return `${ocid}/${text(at(release, 'date'))}`;
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
