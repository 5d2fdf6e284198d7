import { formatLocalDate } from '../../../../shared/domain/time/localDate.ts';
import type { JudgedPeriod } from '../../../../shared/domain/tender/periods.ts';
import type { Tender } from '../../../../shared/domain/tender/tender.ts';
import type { PeriodJudgement } from '../../../../shared/domain/tender/timeLimits.ts';
import { counted } from '../../ui/counted.ts';
import { Mark, type Tone } from '../../ui/Mark.tsx';
import { TernaryControl } from '../../ui/TernaryControl.tsx';
import { Item, Note } from './CalculatedItem.tsx';
import { lotSuffix } from './lotSuffix.ts';
import type { TenderEdits } from './tenderEdits.ts';

interface PeriodItemProps {
  readonly period: JudgedPeriod;
  readonly edits: TenderEdits;
  readonly tender: Tender;
}

const verdicts: Readonly<Record<PeriodJudgement['verdict'], { readonly tone: Tone; readonly word: string }>> = {
  lawful: { tone: 'pass', word: 'lawful' },
  exactlyMinimum: { tone: 'soon', word: 'lawful, exactly the minimum' },
  tooShort: { tone: 'fail', word: 'shorter than the law allows' },
  noMinimum: { tone: 'unknown', word: 'no minimum in days; must be reasonable' },
  unknown: { tone: 'unknown', word: 'unknown whether long enough' },
};

/** How long a period is, and what the law asks for. */
export function PeriodItem({ period, edits, tender }: PeriodItemProps) {
  const { kind, deadline, judgement, unknownBecause } = period;
  const name = kind === 'tendering' ? 'Tendering period' : 'Time to ask to participate';
  return (
    <Item name={name + lotSuffix(tender, deadline)}>
      {judgement === null ? (
        <>
          <Mark tone="unknown">{verdicts.unknown.word}</Mark>
          <Note>{unknownBecause}</Note>
        </>
      ) : (
        <Judged period={period} judgement={judgement} />
      )}
      {kind === 'tendering' && judgement !== null && judgement.minimum.days !== null && (
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

function Judged({ period, judgement }: { readonly period: JudgedPeriod; readonly judgement: PeriodJudgement }) {
  const { start, otherwise, unknownBecause } = period;
  const { firstDay, lastDay, days, minimum, earliestLawful, verdict } = judgement;
  const { tone, word } = verdicts[verdict];
  const shows = verdict !== 'noMinimum' && verdict !== 'unknown' && earliestLawful !== null;
  return (
    <>
      <b>{counted(days, 'day')}</b>, <Mark tone={tone}>{word}</Mark>
      {shows && (
        <>
          . Earliest lawful deadline: <b>{formatLocalDate(earliestLawful)}</b>
        </>
      )}
      <Note>
        {unknownBecause !== '' && `${unknownBecause} `}
        From {formatLocalDate(firstDay)} to {formatLocalDate(lastDay)}
        {start !== null &&
          `: the day after ${formatLocalDate(start.on)} (${start.source}) counts first (s.54(5))`}.{' '}
        {minimum.days === null ? 'No minimum' : `At least ${counted(minimum.days, 'day')}`}: {minimum.reason}
        {minimum.days === null ? '.' : ' (s.54).'}
        {otherwise !== null &&
          otherwise.minimum.days !== null &&
          ` Without that: ${counted(otherwise.minimum.days, 'day')}.`}
      </Note>
    </>
  );
}

function answer<T>({ value, commit }: { readonly value: T; readonly commit: (value: T) => Promise<string | null> }) {
  return { value, commit };
}
