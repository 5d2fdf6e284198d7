import { dayOf } from '../../domain/time/countdown.ts';
import type { DeadlineKind } from '../../domain/tender/deadline.ts';
import { instantAt, london } from '../../domain/time/instant.ts';
import { offersValidUntil } from '../../domain/tender/timeLimits.ts';
import type { Regime } from '../../domain/tender/tender.ts';
import { at, each, type Field, isGiven, pathOf, remark, text, texts } from './fields.ts';
import { hasEnded } from './mapEnding.ts';
import { type DateMeaning, type NoticeDate, readDate } from './publishedDates.ts';

type Read = (field: Field, kind: DeadlineKind, label: string, precision: DateMeaning['precision']) => NoticeDate | null;

/** Every date of a release that is a deadline, other than those of lots. */
export function readDeadlines(release: Field, regime: Regime, clockIsMarkedUtc: boolean): readonly NoticeDate[] {
  const read = readerOf(clockIsMarkedUtc);
  const submission = readSubmission(release, regime, read);
  return [
    ...readPlanning(release, read),
    ...readTender(release, read),
    ...submission,
    ...readValidity(release, submission, read),
    ...readAwards(release, clockIsMarkedUtc),
    ...readContracts(release, read),
  ].filter((date) => date !== null);
}

/** Of these only until when requests to participate and tenders are taken. */
export function readLastDays(release: Field, regime: Regime, clockIsMarkedUtc: boolean): readonly NoticeDate[] {
  const read = readerOf(clockIsMarkedUtc);
  const participation = readParticipation(at(release, 'tender'), read);
  return [participation, ...readSubmission(release, regime, read)].filter((date) => date !== null);
}

function readerOf(clockIsMarkedUtc: boolean): Read {
  return (field, kind, label, precision) =>
    readDate(field, { kind, label, precision, lotNumber: null }, clockIsMarkedUtc);
}

function readParticipation(tender: Field, read: Read): NoticeDate | null {
  return read(at(tender, 'expressionOfInterestDeadline'), 'participation', 'Request to participate', 'clock');
}

function readPlanning(release: Field, read: Read): readonly (NoticeDate | null)[] {
  const milestones = each(at(release, 'planning', 'milestones'));
  return milestones.map((milestone, index) =>
    read(
      at(milestone, 'dueDate'),
      'engagement',
      numbered('Market engagement', milestones.length, String(index + 1)),
      'day',
    ),
  );
}

function readTender(release: Field, read: Read): readonly (NoticeDate | null)[] {
  const tender = at(release, 'tender');
  return [
    read(at(tender, 'communication', 'futureNoticeDate'), 'noticeExpected', 'Tender notice expected', 'day'),
    read(at(tender, 'enquiryPeriod', 'endDate'), 'questions', 'Questions to the buyer', 'clock'),
    readParticipation(tender, read),
    read(at(tender, 'secondStage', 'invitationDate'), 'invitation', 'Invitations to tender', 'day'),
    read(at(tender, 'bidOpening', 'date'), 'opening', 'Tenders opened', 'clock'),
    read(at(tender, 'awardPeriod', 'endDate'), 'award', 'Award expected', 'day'),
  ];
}

/** Under the older rules and in Scotland the first deadline of a procedure in two stages is published as the tender's. */
function readSubmission(release: Field, regime: Regime, read: Read): readonly NoticeDate[] {
  const tender = at(release, 'tender');
  const field = at(tender, 'tenderPeriod', 'endDate');
  const procedure = text(at(tender, 'procurementMethodDetails'));
  const twoStages =
    (regime === 'legacy' || regime === 'scotland') && /restricted|negotiat|dialogue|partnership/i.test(procedure);
  const date = twoStages
    ? read(field, 'participation', 'Request to participate', 'clock')
    : read(field, 'submission', 'Tenders due', 'clock');
  if (date === null) return [];
  if (twoStages) {
    remark(field, `Under “${procedure}” this is taken as the deadline for requests to participate, not for tenders.`);
  }
  return [date];
}

/** Offers hold until a day, or for a number of days after the deadline. */
function readValidity(release: Field, submission: readonly NoticeDate[], read: Read): readonly (NoticeDate | null)[] {
  const period = at(release, 'tender', 'submissionTerms', 'bidValidityPeriod');
  const label = 'Offers valid until';
  const duration = at(period, 'durationInDays');
  const days = Number(text(duration));
  const deadline = submission.find(({ kind }) => kind === 'submission');
  const counted: NoticeDate[] = [];
  if (isGiven(duration) && deadline !== undefined && Number.isInteger(days) && days > 0 && days < 3_653) {
    const on = offersValidUntil(dayOf(deadline.due), days);
    remark(duration, `Offers are to hold ${days} days, counted from the day after the deadline.`);
    counted.push({
      kind: 'validityEnd',
      label,
      lotNumber: null,
      path: pathOf(duration),
      original: `${days} days`,
      at: instantAt(`${on}T00:00`, london).at,
      due: { kind: 'day', on },
      resolution: 'dayOnly',
    });
  }
  const end = read(at(period, 'endDate'), 'validityEnd', label, 'day');
  return end === null ? counted : [end];
}

/** Each award has dates of its own: those of one lot belong to the lot, those of several name them. */
function readAwards(release: Field, clockIsMarkedUtc: boolean): readonly (NoticeDate | null)[] {
  const awards = each(at(release, 'awards')).filter((award) => !hasEnded(award));
  return awards.flatMap((award) => {
    const lots = texts(at(award, 'relatedLots'));
    const [only = null] = lots.length === 1 ? lots : [];
    const label = (words: string) => (lots.length > 1 ? `${words} (lots ${lots.join(', ')})` : words);
    const read: Read = (field, kind, words, precision) =>
      readDate(field, { kind, label: label(words), precision, lotNumber: only }, clockIsMarkedUtc);
    const signatures = each(at(award, 'milestones')).filter(
      (milestone) => text(at(milestone, 'type')) === 'futureSignatureDate',
    );
    return [
      [read(at(award, 'standstillPeriod', 'endDate'), 'standstillEnd', 'Standstill ends', 'day')],
      signatures.map((each) => read(at(each, 'dueDate'), 'signature', 'Contract to be signed', 'day')),
      readPeriod(at(award, 'contractPeriod'), (words) => words, read),
    ].flat();
  });
}

function readContracts(release: Field, read: Read): readonly (NoticeDate | null)[] {
  const contracts = each(at(release, 'contracts'));
  return contracts.flatMap((contract) => {
    const id = text(at(contract, 'id'));
    const label = (words: string) => numbered(words, contracts.length, id);
    const signed = read(at(contract, 'dateSigned'), 'signature', label('Contract signed'), 'day');
    return [signed].concat(readPeriod(at(contract, 'period'), label, read));
  });
}

function readPeriod(period: Field, label: (words: string) => string, read: Read): readonly (NoticeDate | null)[] {
  return [
    read(at(period, 'startDate'), 'contractStart', label('Contract starts'), 'day'),
    read(at(period, 'endDate'), 'contractEnd', label('Contract ends'), 'day'),
    read(at(period, 'maxExtentDate'), 'contractEnd', label('Contract ends at the latest'), 'day'),
  ];
}

/** Deadlines are told apart by their labels, so one of several carries its number. */
function numbered(words: string, count: number, number: string): string {
  return count > 1 ? `${words} (${number})` : words;
}
