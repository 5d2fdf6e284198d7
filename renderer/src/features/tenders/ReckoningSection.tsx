import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { formatDue } from '../../../../shared/domain/time/countdown.ts';
import { london } from '../../../../shared/domain/time/instant.ts';
import { formatLocalDate } from '../../../../shared/domain/time/localDate.ts';
import {
  type JudgedPeriod,
  reckonTender,
  type TenderReckoning,
} from '../../../../shared/domain/tender/tenderReckoning.ts';
import type { Tender } from '../../../../shared/domain/tender/tender.ts';
import type { PeriodJudgement } from '../../../../shared/domain/tender/timeLimits.ts';
import { beyondCalendarSentence, type SkippedDay } from '../../../../shared/domain/time/workingDays.ts';
import { bankHolidays } from '../../reference/bankHolidays.ts';
import { counted } from '../../ui/counted.ts';
import { Mark, type Tone } from '../../ui/Mark.tsx';
import { Section } from '../../ui/Section.tsx';
import { TernaryControl } from '../../ui/TernaryControl.tsx';
import type { TenderEdits } from './tenderEdits.ts';
import classes from './tenders.module.css';

interface ReckoningSectionProps {
  readonly tender: Tender;
  readonly edits: TenderEdits;
}

/** What the law and good practice make of the dates, each with how it was reckoned. */
export function ReckoningSection({ tender, edits }: ReckoningSectionProps) {
  const reckoned = reckonTender(tender, bankHolidays);
  const { planned, periods, twoDaysBefore, questionCutOff, standstill } = reckoned;
  const isEmpty =
    planned === null &&
    periods.length === 0 &&
    twoDaysBefore === null &&
    questionCutOff === null &&
    standstill === null;
  return (
    <Section title="What follows from the dates" name="reckoning">
      {isEmpty && (
        <Text size="xs" c="dimmed">
          Once the date of the tender notice and the deadline are known, the lawful period, the day to be ready by and
          the standstill are reckoned here.
        </Text>
      )}
      <dl className={classes['reckoned']}>
        {planned !== null && <Planned planned={planned} />}
        {periods.map((period) => (
          <Period key={period.kind} period={period} edits={edits} tender={tender} />
        ))}
        {twoDaysBefore !== null && <TwoDays reckoned={twoDaysBefore} />}
        {questionCutOff !== null && (
          <Item name="Members’ questions in by">
            {questionCutOff.ok ? (
              <>
                <b>{formatLocalDate(questionCutOff.value.on)}</b>
                <Note>
                  Two working days before questions close, so that they can be put together and sent.
                  {leftOutSentence(questionCutOff.value.reckoning.skipped)}
                </Note>
              </>
            ) : (
              beyondCalendarSentence(questionCutOff.error)
            )}
          </Item>
        )}
        {standstill !== null && <StandstillItem standstill={standstill} />}
      </dl>
    </Section>
  );
}

function Item({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Note({ children }: { readonly children: ReactNode }) {
  return <div className={classes['original']}>{children}</div>;
}

function Planned({ planned }: { readonly planned: NonNullable<TenderReckoning['planned']> }) {
  const { notice, from, to, against } = planned;
  const on = formatLocalDate(notice.on);
  if (against === null) {
    return (
      <Item name="Planned procurement (UK3)">
        <Mark tone="soon">Prepare now</Mark>: a tender notice published from <b>{formatLocalDate(from)}</b> to{' '}
        {formatLocalDate(to)} may leave only 10 days to tender. Ask for the non-disclosure agreements and the members’
        figures now.
        <Note>
          UK3 published {on} ({notice.source}). At least 40 days and at most 12 months before (s.15(3)).
        </Note>
      </Item>
    );
  }
  return (
    <Item name="Planned procurement (UK3)">
      {against.qualifies ? <Mark tone="pass">Qualifying</Mark> : <Mark tone="fail">Not qualifying</Mark>}:{' '}
      {counted(against.days, 'day')} before the tender notice
      {against.qualifies ? ', which may shorten the period to 10 days' : ''}.
      <Note>
        UK3 published {on}; it qualifies for tender notices from {formatLocalDate(from)} to {formatLocalDate(to)}{' '}
        (s.15(3)).
      </Note>
    </Item>
  );
}

const verdicts: Readonly<Record<PeriodJudgement['verdict'], { readonly tone: Tone; readonly word: string }>> = {
  lawful: { tone: 'pass', word: 'lawful' },
  exactlyMinimum: { tone: 'soon', word: 'lawful, exactly the minimum' },
  tooShort: { tone: 'fail', word: 'shorter than the law allows' },
  unknown: { tone: 'unknown', word: 'lawful only if a reason applies that is not known' },
};

function Period({ period, edits, tender }: { readonly period: JudgedPeriod } & ReckoningSectionProps) {
  const { kind, notice, judgement, otherwise } = period;
  const { firstDay, lastDay, days, minimum, earliestLawful, verdict } = judgement;
  const { tone, word } = verdicts[verdict];
  return (
    <Item name={kind === 'tendering' ? 'Tendering period' : 'Time to ask to participate'}>
      <b>{counted(days, 'day')}</b>, <Mark tone={tone}>{word}</Mark>
      {earliestLawful !== null && (
        <>
          . Earliest lawful deadline: <b>{formatLocalDate(earliestLawful)}</b>
        </>
      )}
      <Note>
        From {formatLocalDate(firstDay)} to {formatLocalDate(lastDay)}: the day after the notice of{' '}
        {formatLocalDate(notice.on)} ({notice.source}) counts first (s.54(5)).{' '}
        {minimum.days === null ? 'No minimum' : `At least ${counted(minimum.days, 'day')}`}: {minimum.reason} (s.54).
        {otherwise !== null &&
          otherwise.minimum.days !== null &&
          ` Without that: ${counted(otherwise.minimum.days, 'day')}.`}
      </Note>
      {kind === 'tendering' && minimum.days !== null && (
        <div style={{ display: 'flex', flexWrap: 'wrap', gap: '4px 24px', marginTop: 6 }}>
          <TernaryControl
            label="All documents came with the notice"
            {...answer(edits.field('documentsWithNotice', 'documents with the notice'))}
          />
          {tender.electronicSubmission !== 'yes' && (
            <TernaryControl
              label="Tenders may be sent electronically"
              {...answer(edits.field('electronicSubmission', 'electronic submission'))}
            />
          )}
        </div>
      )}
    </Item>
  );
}

function answer<T>({ value, commit }: { readonly value: T; readonly commit: (value: T) => Promise<string | null> }) {
  return { value, commit };
}

function TwoDays({ reckoned }: { readonly reckoned: NonNullable<TenderReckoning['twoDaysBefore']> }) {
  if (!reckoned.ok) return <Item name="48 hours before">{beyondCalendarSentence(reckoned.error)}</Item>;
  const { literal, plan, skipped } = reckoned.value;
  return (
    <Item name="48 hours before">
      {literal === plan ? (
        <b>{shown(literal)}</b>
      ) : (
        <>
          {shown(literal)} to the letter; the plan uses <b>{shown(plan)}</b>
        </>
      )}
      <Note>
        When the bid should be ready to send.
        {literal !== plan &&
          ` Not on a day off: the same time on the last working day before.${leftOutSentence(skipped)}`}
      </Note>
    </Item>
  );
}

function shown(at: string): string {
  return formatDue({ kind: 'instant', at, zone: london });
}

function StandstillItem({ standstill }: { readonly standstill: NonNullable<TenderReckoning['standstill']> }) {
  const { notice, required, end } = standstill;
  return (
    <Item name="Standstill">
      {end.ok ? (
        <>
          ends <b>{formatLocalDate(end.value.lastDay)}</b> at midnight; the contract may be signed from{' '}
          <b>{formatLocalDate(end.value.earliestSigning)}</b>
          <Note>
            Eight working days beginning with {formatLocalDate(notice.on)}, when the award notice was published (
            {notice.source}; s.51(2)).{leftOutSentence(end.value.reckoning.skipped)}
            {required !== 'yes' &&
              ` Whether the law asks for it here: ${required}; the notice may give one all the same.`}
          </Note>
        </>
      ) : (
        beyondCalendarSentence(end.error)
      )}
    </Item>
  );
}

/** Names the bank holidays that were left out; weekends are only counted. */
function leftOutSentence(skipped: readonly SkippedDay[]): string {
  const holidays = skipped.filter(({ reason }) => reason !== 'Saturday' && reason !== 'Sunday');
  const weekend = skipped.length - holidays.length;
  const parts = [
    weekend > 0 ? counted(weekend, 'day of a weekend', 'days of weekends') : '',
    ...holidays.map(({ on, reason }) => `${formatLocalDate(on)}, ${reason}`),
  ].filter((part) => part !== '');
  return parts.length === 0 ? '' : ` Left out: ${parts.join('; ')}.`;
}
