import { describe, expect, test } from 'vitest';
import type { Deadline } from '../../shared/domain/tender/deadline.ts';
import type { Tender } from '../../shared/domain/tender/tender.ts';
import { calendarOf } from '../../shared/interchange/icalendar.ts';
import { adopt, applyRelease } from '../../shared/interchange/ocds/adopt.ts';
import { mapped } from './ocds/notices.ts';

const stamp = new Date('2027-01-26T21:04:05Z');
let ids = 0;
const newId = () => `0192f0c1-0000-7000-8000-${String((ids += 1)).padStart(12, '0')}`;

function release(id: string, date: string, submission: string, title = 'Device refurbishment and repair') {
  return mapped({
    id,
    date,
    buyer: { name: 'Marlwater Combined Authority' },
    tender: {
      id: 'MCA-26-118',
      title,
      tenderPeriod: { endDate: submission },
      lots: [{ id: '1', contractPeriod: { startDate: '2027-03-28T00:00:00+00:00' } }, { id: '2' }],
    },
  });
}

const first = adopt(release('1-2027', '2027-01-18T09:00:00Z', '2027-02-01T12:00:00Z'), newId, stamp);

function amended(tender: Tender, id: string, date: string, submission: string): Tender {
  const result = applyRelease(tender, release(id, date, submission), newId, stamp);
  if (!result.ok) throw new Error(result.error.kind);
  return result.value.tender;
}

/** The content lines of one entry, unfolded. */
function entry(file: string, summary: string): readonly string[] {
  const events = file.replaceAll('\r\n ', '').split('BEGIN:VEVENT\r\n').slice(1);
  const found = events.find((event) => event.includes(`SUMMARY:${summary}`));
  return (found ?? '').split('\r\n');
}

test('an instant is written in UTC and a day as a whole day', () => {
  const file = calendarOf([first], 'Muster', stamp);
  expect(entry(file, 'Tenders due')).toContain('DTSTART:20270201T120000Z');
  const start = entry(file, 'Contract starts: lot 1');
  expect(start).toContain('DTSTART;VALUE=DATE:20270328');
  expect(start).toContain('DTEND;VALUE=DATE:20270329');
});

test('an amended deadline keeps its UID and counts its amendments; another export alone does not', () => {
  const second = amended(first, '2-2027', '2027-01-21T09:00:00Z', '2027-01-28T12:00:00Z');
  const third = amended(second, '3-2027', '2027-01-26T09:00:00Z', '2027-02-05T12:00:00Z');
  const again = amended(third, '3-2027', '2027-01-26T09:00:00Z', '2027-02-05T12:00:00Z');
  const lines = [first, first, second, third, again].map((tender) =>
    entry(calendarOf([tender], 'Muster', stamp), 'Tenders due'),
  );
  const all = (name: string) => lines.map((each) => each.find((line) => line.startsWith(`${name}:`)));
  expect(new Set(all('UID')).size).toBe(1);
  expect(all('SEQUENCE')).toEqual(['SEQUENCE:0', 'SEQUENCE:0', 'SEQUENCE:1', 'SEQUENCE:2', 'SEQUENCE:2']);
  expect(all('DTSTART')).toEqual([
    'DTSTART:20270201T120000Z',
    'DTSTART:20270201T120000Z',
    'DTSTART:20270128T120000Z',
    'DTSTART:20270205T120000Z',
    'DTSTART:20270205T120000Z',
  ]);
});

test('the description gives the local time, the published text and what it was before', () => {
  const second = amended(first, '2-2027', '2027-01-21T09:00:00Z', '2027-01-28T12:00:00Z');
  const description = entry(calendarOf([second], 'Muster', stamp), 'Tenders due').find((line) =>
    line.startsWith('DESCRIPTION:'),
  );
  expect(description).toContain('Thu 28 Jan 2027\\, 12:00 (London) (Notice 2-2027: 2027-01-28T12:00:00Z)');
  expect(description).toContain('Before: Mon 1 Feb 2027\\, 12:00 (London) (Notice 1-2027: 2027-02-01T12:00:00Z)');
});

test('a date entered by hand says so, and no text that was never published', () => {
  const by = { source: 'Entered by hand', original: '' };
  const byHand = {
    ...first,
    deadlines: first.deadlines.map((each): Deadline => ({ ...each, versions: [{ ...each.versions[0], ...by }] })),
  };
  expect(calendarOf([byHand], 'Muster', stamp).replaceAll('\r\n ', '')).toContain('(London) (Entered by hand)');
});

test('is a list of dates and no invitation, which would need somebody who invites', () => {
  expect(calendarOf([first], 'Muster', stamp)).not.toContain('METHOD:');
});

test('a withdrawn deadline is cancelled and no longer rings; an open one does', () => {
  const withdrawn = {
    ...first,
    deadlines: first.deadlines.map((each) => Object.assign({}, each, { state: 'withdrawn' })),
  };
  expect(calendarOf([first], 'Muster', stamp)).toContain('TRIGGER:-P2D\r\n');
  const file = calendarOf([withdrawn], 'Muster', stamp);
  expect(file).toContain('STATUS:CANCELLED\r\n');
  expect(file).not.toContain('VALARM');
});

describe('text', () => {
  const title = `Repair; “reuse”, C:\\temp\r\nBEGIN:VEVENT\u0007 ${'🚲 ŵ '.repeat(30)}`;
  const file = calendarOf(
    [adopt(release('1-2027', '2027-01-18T09:00:00Z', '2027-02-01T12:00:00Z', title), newId, stamp)],
    'A, b; c',
    stamp,
  );

  test('cannot break out of its line', () => {
    expect(file.match(/^BEGIN:VEVENT/gm)).toHaveLength(2);
    expect(file).not.toContain('\u0007');
    const summary = String.raw`Tenders due: Repair\; “reuse”\, C:\\temp\nBEGIN:VEVENT  🚲`;
    expect(file.replaceAll('\r\n ', '')).toContain(summary);
    expect(file).toContain(String.raw`X-WR-CALNAME:A\, b\; c`);
  });

  test('is folded at 75 octets between characters, with line ends of CRLF', () => {
    const lines = file.split('\r\n');
    const encoder = new TextEncoder();
    expect(Math.max(...lines.map((line) => encoder.encode(line).length))).toBeLessThanOrEqual(75);
    expect(lines.filter((line) => /[\uD800-\uDBFF]$/.test(line))).toEqual([]);
    expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true);
  });
});

test('the same deadlines at the same time give the same bytes', () => {
  expect(calendarOf([first], 'Muster', stamp)).toBe(calendarOf([first], 'Muster', stamp));
});

test('no value, not even an id, can begin a line of its own', () => {
  const breaks = ['\r\n', '\n', '\r', '\u0085'].map((line) => `${line}ATTENDEE:mailto:x@y.example`).join('');
  const [deadline] = first.deadlines;
  if (deadline === undefined) throw new Error('the notice has a deadline');
  const hostile: Tender = {
    ...first,
    title: breaks,
    reference: breaks,
    buyer: { ...first.buyer, name: breaks },
    deadlines: [
      {
        ...deadline,
        id: `x${breaks}`,
        label: breaks,
        versions: [{ ...deadline.versions[0], original: breaks, source: breaks }],
      },
    ],
  };
  const lines = calendarOf([hostile], breaks, stamp).replaceAll('\r\n ', '').split('\r\n');
  expect(lines.filter((line) => line.startsWith('ATTENDEE'))).toEqual([]);
  expect(lines.join('')).not.toMatch(/[\r\n\u0085]/);
});
