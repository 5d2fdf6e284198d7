import { Text } from '@mantine/core';
import { formatDue } from '../../../../shared/domain/time/countdown.ts';
import { london } from '../../../../shared/domain/time/instant.ts';
import { formatLocalDate } from '../../../../shared/domain/time/localDate.ts';
import { calculateDates, type CalculatedDates } from '../../../../shared/domain/tender/calculateDates.ts';
import type { Tender } from '../../../../shared/domain/tender/tender.ts';
import { beyondCalendarSentence } from '../../../../shared/domain/time/workingDays.ts';
import { bankHolidays } from '../../reference/bankHolidays.ts';
import { useBidsOf } from '../../store/queries/bids.ts';
import { counted } from '../../ui/counted.ts';
import { Mark } from '../../ui/Mark.tsx';
import { Section } from '../../ui/Section.tsx';
import { Item, leftOutSentence, Note } from './CalculatedItem.tsx';
import { lotSuffix } from './lotSuffix.ts';
import { PeriodItem } from './PeriodItem.tsx';
import { type OurPart, StandstillItem } from './StandstillItem.tsx';
import type { TenderEdits } from './tenderEdits.ts';
import classes from './tenders.module.css';

interface CalculatedDatesSectionProps {
  readonly tender: Tender;
  readonly edits: TenderEdits;
}

/** What the law and good practice make of the dates, each with how it was counted. */
export function CalculatedDatesSection({ tender, edits }: CalculatedDatesSectionProps) {
  const { planned, periods, readyBy, questionCutOffs, standstills } = calculateDates(tender, bankHolidays);
  const part = useOurPart(tender);
  const isEmpty =
    planned === null && [periods, readyBy, questionCutOffs, standstills].every((list) => list.length === 0);
  return (
    <Section title="What follows from the dates" name="calculated">
      {isEmpty && (
        <Text size="xs" c="dimmed">
          Once the date of the tender notice and the deadline are known, the lawful period, the day to be ready by and
          the standstill are shown here.
        </Text>
      )}
      <dl className={classes['calculated']}>
        {planned !== null && <Planned planned={planned} />}
        {periods.map((period) => (
          <PeriodItem key={`${period.kind} ${period.deadline.id}`} period={period} edits={edits} tender={tender} />
        ))}
        {readyBy.map((each) => (
          <ReadyBy key={each.deadline.id} tender={tender} readyBy={each} />
        ))}
        {questionCutOffs.map(({ deadline, on }) => (
          <Item key={deadline.id} name={`Members’ questions in by${lotSuffix(tender, deadline)}`}>
            {on.ok ? (
              <>
                <b>{formatLocalDate(on.value.on)}</b>
                <Note>
                  Two working days before questions close, so that they can be put together and sent.
                  {leftOutSentence(on.value.days.skipped)}
                </Note>
              </>
            ) : (
              beyondCalendarSentence(on.error)
            )}
          </Item>
        ))}
        {standstills.map((standstill, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- awards have no ids of their own, and are only added
          <StandstillItem key={at} standstill={standstill} part={part} />
        ))}
      </dl>
    </Section>
  );
}

/** What the tender's state and our bids say of our part in an award. */
function useOurPart({ id, state }: Tender): OurPart {
  const bids = useBidsOf(id) ?? [];
  if (state === 'won' || state === 'lost') return state;
  return bids.length > 0 || state === 'bidding' || state === 'submitted' ? 'bid' : 'none';
}

function Planned({ planned }: { readonly planned: NonNullable<CalculatedDates['planned']> }) {
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

function ReadyBy({
  tender,
  readyBy: { deadline, at },
}: {
  readonly tender: Tender;
  readonly readyBy: CalculatedDates['readyBy'][number];
}) {
  const what = deadline.kind === 'submission' ? 'tenders are due' : 'requests to participate are due';
  const name = `48 hours before ${what}${lotSuffix(tender, deadline)}`;
  if (!at.ok) return <Item name={name}>{beyondCalendarSentence(at.error)}</Item>;
  const { literal, plan, skipped } = at.value;
  return (
    <Item name={name}>
      {literal === plan ? (
        <b>{shown(literal)}</b>
      ) : (
        <>
          {shown(literal)} to the letter; the plan uses <b>{shown(plan)}</b>
        </>
      )}
      <Note>
        When it should be ready to send.
        {literal !== plan &&
          ` Not on a day off: the same time on the last working day before.${leftOutSentence(skipped)}`}
      </Note>
    </Item>
  );
}

function shown(at: string): string {
  return formatDue({ kind: 'instant', at, zone: london });
}
