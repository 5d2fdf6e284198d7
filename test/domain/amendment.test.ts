import { expect, test } from 'vitest';
import { amendmentsOf, applyAmendment, currentDue, type StatedDate } from '../../shared/domain/tender/amendment.ts';
import type { Deadline, DeadlineKind } from '../../shared/domain/tender/deadline.ts';
import { instantAt, london } from '../../shared/domain/time/instant.ts';

function stated(kind: DeadlineKind, clock: string, statedAt: string, source: string): StatedDate {
  const due = { kind: 'instant', at: instantAt(clock, london).at, zone: london } as const;
  const version = { due, original: clock, source, statedAt, recordedAt: '2027-01-30T09:00:00.000Z' };
  return { kind, label: kind, lotId: null, version };
}

let ids = 0;
const newId = () => `id-${(ids += 1)}`;

// The buyer moves the date twice: 1 February, 28 January, 5 February.
const notice = [
  stated('questions', '2027-01-25T17:00', '2027-01-18T09:00:00.000Z', 'Notice 1'),
  stated('submission', '2027-02-01T12:00', '2027-01-18T09:00:00.000Z', 'Notice 1'),
];
const shortened = [
  stated('questions', '2027-01-22T12:00', '2027-01-21T09:00:00.000Z', 'Notice 2'),
  stated('submission', '2027-01-28T12:00', '2027-01-21T09:00:00.000Z', 'Notice 2'),
];
const extended = [stated('submission', '2027-02-05T12:00', '2027-01-26T09:00:00.000Z', 'Notice 3')];

function lay(...notices: readonly (readonly StatedDate[])[]): readonly Deadline[] {
  return notices.reduce<readonly Deadline[]>((known, dates) => applyAmendment(known, dates, newId).deadlines, []);
}

function of(deadlines: readonly Deadline[], kind: DeadlineKind): Deadline {
  const found = deadlines.find((deadline) => deadline.kind === kind);
  if (found === undefined) throw new Error(`No deadline for ${kind}`);
  return found;
}

test('an amendment lists what moved, from where, to where, by which source', () => {
  const { moves } = applyAmendment(lay(notice), shortened, newId);
  expect(moves.map(({ kind, source, from, to }) => ({ kind, source, from, to }))).toEqual([
    { kind: 'questions', source: 'Notice 2', from: notice[0]?.version.due, to: shortened[0]?.version.due },
    { kind: 'submission', source: 'Notice 2', from: notice[1]?.version.due, to: shortened[1]?.version.due },
  ]);
});

test('the history keeps every version and the last one stated counts', () => {
  const submission = of(lay(notice, shortened, extended), 'submission');
  expect(submission.versions.map(({ original }) => original)).toEqual([
    '2027-02-01T12:00',
    '2027-01-28T12:00',
    '2027-02-05T12:00',
  ]);
  expect(currentDue(submission)).toEqual(extended[0]?.version.due);
  expect(amendmentsOf(submission)).toBe(2);
});

test('a date that an amendment leaves out stays', () => {
  const deadlines = lay(notice, shortened, extended);
  expect(currentDue(of(deadlines, 'questions'))).toEqual(shortened[0]?.version.due);
});

test.each([
  ['the latest notice', extended],
  ['an earlier notice', shortened],
  ['the first notice', notice],
])('importing %s again changes nothing', (_, again) => {
  const before = lay(notice, shortened, extended);
  expect(applyAmendment(before, again, newId)).toEqual({ deadlines: before, moves: [] });
});

test('an older notice imported late joins the history and moves nothing', () => {
  const { deadlines, moves } = applyAmendment(lay(notice, extended), shortened, newId);
  expect(moves.map(({ kind }) => kind)).toEqual(['questions']);
  const submission = of(deadlines, 'submission');
  expect(submission.versions.map(({ source }) => source)).toEqual(['Notice 1', 'Notice 2', 'Notice 3']);
  expect(currentDue(submission)).toEqual(extended[0]?.version.due);
});

test('a notice that repeats the date as it stands adds no version', () => {
  const repeated = [stated('submission', '2027-02-05T12:00', '2027-01-28T09:00:00.000Z', 'Notice 4')];
  const before = lay(notice, shortened, extended);
  expect(applyAmendment(before, repeated, newId)).toEqual({ deadlines: before, moves: [] });
});

test('a date that goes back to what it was is a further version', () => {
  const back = [stated('submission', '2027-02-01T12:00', '2027-01-29T09:00:00.000Z', 'Notice 4')];
  expect(amendmentsOf(of(lay(notice, shortened, back), 'submission'))).toBe(2);
});

test('a message from the portal wins over the notice before it, and stays when that notice is read again', () => {
  const message = [stated('submission', '2027-02-03T12:00', '2027-01-25T16:10:00.000Z', 'Portal message')];
  const { deadlines } = applyAmendment(lay(notice, message), shortened, newId);
  expect(currentDue(of(deadlines, 'submission'))).toEqual(message[0]?.version.due);
});

test('a new kind of date is a deadline of its own, for its own lot', () => {
  const award = { ...stated('award', '2027-03-08T09:00', '2027-01-18T09:00:00.000Z', 'Notice 1'), lotId: 'south' };
  const { deadlines, moves } = applyAmendment(lay(notice), [award], newId);
  expect(deadlines).toHaveLength(3);
  expect(moves).toMatchObject([{ kind: 'award', lotId: 'south', from: null }]);
});
