import { currentVersion, revisionOf } from '../domain/tender/amendment.ts';
import { formatDue } from '../domain/time/countdown.ts';
import type { Deadline, Due } from '../domain/tender/deadline.ts';
import { addDays } from '../domain/time/localDate.ts';
import { standingDeadlines } from '../domain/tender/standingDates.ts';
import type { Tender } from '../domain/tender/tender.ts';

/**
 * Deadlines as a calendar file (iCalendar, RFC 5545; NAME of RFC 7986). Entries keep their UID over every export and count their
 * changes in SEQUENCE, so that a calendar moves them on the next import instead of adding a second one. Instants are
 * written in UTC, days as whole days. `stamp` is the time of export.
 */
export function calendarOf(tenders: readonly Tender[], name: string, stamp: Date): string {
  const entries = tenders.flatMap((tender) =>
    standingDeadlines(tender).flatMap((deadline) => entry(tender, deadline, stamp)),
  );
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Muster//Deadlines//EN',
    'CALSCALE:GREGORIAN',
    `NAME:${escape(name)}`,
    `X-WR-CALNAME:${escape(name)}`,
    ...entries,
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}

function entry(tender: Tender, deadline: Deadline, stamp: Date): readonly string[] {
  const version = currentVersion(deadline);
  const lot = tender.lots.length > 1 ? tender.lots.find(({ id }) => id === deadline.lotId) : undefined;
  const summary = [deadline.label, lot === undefined ? '' : `lot ${lot.number}`, tender.title];
  return [
    'BEGIN:VEVENT',
    `UID:${escape(deadline.id)}`,
    `DTSTAMP:${utc(stamp)}`,
    `SEQUENCE:${revisionOf(tender, deadline)}`,
    ...when(version.due),
    `SUMMARY:${escape(summary.filter((part) => part !== '').join(': '))}`,
    `DESCRIPTION:${escape(description(tender, deadline))}`,
    `STATUS:${deadline.state === 'withdrawn' ? 'CANCELLED' : 'CONFIRMED'}`,
    'TRANSP:TRANSPARENT',
    ...(deadline.state === 'open' ? alarms(version.due).flatMap((trigger) => alarm(trigger, deadline.label)) : []),
    'END:VEVENT',
  ];
}

function description(tender: Tender, deadline: Deadline): string {
  const reference = tender.reference === '' ? '' : `Reference: ${tender.reference}`;
  const history = deadline.versions.map(({ due, original, source }) => {
    const said = [source, original].filter((part) => part.trim() !== '').join(': ');
    return said === '' ? formatDue(due) : `${formatDue(due)} (${said})`;
  });
  const [current, ...earlier] = history.toReversed();
  return [
    current,
    tender.buyer.name === '' ? '' : `Buyer: ${tender.buyer.name}`,
    reference,
    ...earlier.map((version) => `Before: ${version}`),
    'Check the date with the notice or the portal before you rely on it.',
  ]
    .filter((line) => line !== '')
    .join('\n');
}

function when(due: Due): readonly string[] {
  if (due.kind === 'instant') return [`DTSTART:${utc(new Date(due.at))}`];
  return [`DTSTART;VALUE=DATE:${basic(due.on)}`, `DTEND;VALUE=DATE:${basic(addDays(due.on, 1))}`];
}

/** Two days and two hours before an instant; at nine in the morning of the day before a day. */
function alarms(due: Due): readonly string[] {
  return due.kind === 'instant' ? ['-P2D', '-PT2H'] : ['-PT15H'];
}

function alarm(trigger: string, label: string): readonly string[] {
  return ['BEGIN:VALARM', 'ACTION:DISPLAY', `TRIGGER:${trigger}`, `DESCRIPTION:${escape(label)}`, 'END:VALARM'];
}

function utc(instant: Date): string {
  return `${basic(instant.toISOString().slice(0, 19)).replaceAll(':', '')}Z`;
}

function basic(date: string): string {
  return date.replaceAll('-', '');
}

/** A TEXT value (RFC 5545 §3.3.11). Control characters other than line breaks may not stand in one. */
function escape(text: string): string {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[^\P{Cc}\n]/gu, ' ')
    .replaceAll(/[\\;,]/g, (character) => `\\${character}`)
    .replaceAll('\n', String.raw`\n`);
}

/** Lines of at most 75 octets, broken between characters, each further one begun with a space (RFC 5545 §3.1). */
function fold(line: string): string {
  const encoder = new TextEncoder();
  let folded = '';
  let octets = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > 75) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return folded;
}
