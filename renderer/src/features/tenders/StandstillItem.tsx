import { addDays, formatLocalDate } from '../../../../shared/domain/time/localDate.ts';
import type { AwardStandstill } from '../../../../shared/domain/tender/calculateDates.ts';
import { claimsUntil } from '../../../../shared/domain/tender/standstill.ts';
import { beyondCalendarSentence } from '../../../../shared/domain/time/workingDays.ts';
import { Mark } from '../../ui/Mark.tsx';
import { Item, leftOutSentence, Note } from './CalculatedItem.tsx';

/** How the award concerns us: as the winner, as one who bid and did not win, or not known, or not at all. */
export type OurPart = 'won' | 'lost' | 'bid' | 'none';

interface StandstillItemProps {
  readonly standstill: AwardStandstill;
  readonly part: OurPart;
}

/** The standstill of one award: when it ends, or why there is none. */
export function StandstillItem({ standstill, part }: StandstillItemProps) {
  const { notice, award, replacedBy, givenUp } = standstill;
  const lots = award.lots.length === 0 ? '' : `, lot${award.lots.length === 1 ? '' : 's'} ${award.lots.join(', ')}`;
  const to = award.suppliers.length === 0 ? '' : ` Awarded to ${award.suppliers.join(', ')}.`;
  return (
    <Item name={`Standstill${lots}`}>
      {givenUp === null && replacedBy === null && <Counting standstill={standstill} part={part} />}
      {givenUp === null && replacedBy !== null && (
        <>Replaced by the standstill of the correction of {formatLocalDate(replacedBy.on)}</>
      )}
      {givenUp !== null && <>None any more: the buyer gave up what was awarded ({givenUp.source})</>}
      <Note>
        Award notice of {formatLocalDate(notice.on)} ({notice.source}).{to}
      </Note>
    </Item>
  );
}

function Counting({ standstill, part }: StandstillItemProps) {
  const { rule, lastDay } = standstill;
  if (rule.kind === 'none') return <>none is required: {rule.reason}. The award notice gives none</>;
  return (
    <>
      {rule.kind === 'unknown' && (
        <>
          <Mark tone="unknown">unknown whether one applies</Mark>: {rule.reason}. {rule.question}
        </>
      )}
      {lastDay !== null && !lastDay.ok && beyondCalendarSentence(lastDay.error)}
      {lastDay !== null && lastDay.ok && <Ends last={lastDay.value} part={part} standstill={standstill} />}
      <TooShort standstill={standstill} />
      <HowCounted standstill={standstill} />
    </>
  );
}

function Ends({ last, part, standstill: { notice, rule } }: StandstillItemProps & { readonly last: string }) {
  const day = <b>{formatLocalDate(last)}</b>;
  const signing = <b>{formatLocalDate(addDays(last, 1))}</b>;
  if (rule.kind === 'healthServices') {
    return (
      <>
        representations until midnight at the end of {day}; if nobody makes any, the contract may be signed from{' '}
        {signing}. With representations the standstill goes on until the buyer has answered them
      </>
    );
  }
  if (rule.kind === 'buyersOwn') {
    return (
      <>
        the buyer says that it does not sign until {day} is over
        <Note>
          Not required: {rule.reason}. The notice gives one all the same; how long it is and what it stops the Act does
          not say. Ask the buyer.
        </Note>
      </>
    );
  }
  const act = (
    <>
      last day to act: {day}, proceedings issued and notified to the buyer
      <Note>
        Only proceedings of which the buyer has been told within the standstill stop the contract by themselves (s.101).
        Other claims: within 30 days beginning with the day on which you knew or ought to have known (s.106); counted
        from the award notice until {formatLocalDate(claimsUntil(notice.on))}, earlier if the assessment summary told
        you. Take advice at once.
      </Note>
    </>
  );
  if (part === 'lost') return act;
  if (part === 'bid') {
    return (
      <>
        ends {day} at midnight. If the contract is yours, it may be signed from {signing}. If it is not, {act}
      </>
    );
  }
  return (
    <>
      ends {day} at midnight; the contract may be signed from {signing}
    </>
  );
}

function TooShort({ standstill: { isTooShort, stated, statutory, rule } }: { readonly standstill: AwardStandstill }) {
  if (!isTooShort || stated === null || statutory?.ok !== true) return null;
  const law = rule.kind === 'healthServices' ? 'SI 2023/1348 reg. 12' : 's.51';
  return (
    <div>
      {rule.kind === 'unknown' ? (
        <Mark tone="unknown">would not satisfy {law}, if it applies</Mark>
      ) : (
        <Mark tone="fail">does not satisfy {law}</Mark>
      )}
      : the notice gives {formatLocalDate(stated)}, and eight working days end{' '}
      {formatLocalDate(statutory.value.lastDay)}
      {rule.kind === 'voluntary' && '; a standstill that is not required may not be shorter either (s.51(5))'}. Ask the
      buyer.
    </div>
  );
}

function HowCounted({ standstill }: { readonly standstill: AwardStandstill }) {
  const { rule, statutory, stated, isTooShort, notice } = standstill;
  if (statutory === null || !statutory.ok) return null;
  const { lastDay, days } = statutory.value;
  const published = formatLocalDate(notice.on);
  const leftOut = leftOutSentence(days.skipped);
  if (rule.kind === 'healthServices') {
    return (
      <Note>
        It begins the day after the notice of {published}; the eighth working day after that day is the last (SI
        2023/1348 reg. 12).{leftOut}
      </Note>
    );
  }
  const eight = `Eight working days beginning with ${published}, when the award notice was published, end ${formatLocalDate(lastDay)} (s.51(2)).${leftOut}`;
  if (rule.kind === 'unknown') return <Note>If the law asks for one: {eight}</Note>;
  return (
    <Note>
      {rule.kind === 'voluntary' && `Not required: ${rule.reason}; the award notice gives one all the same (s.51(4)). `}
      {eight}
      {stated !== null &&
        !isTooShort &&
        ` The notice gives ${formatLocalDate(stated)}; the later of the two counts (s.51(1)(b)).`}
    </Note>
  );
}
