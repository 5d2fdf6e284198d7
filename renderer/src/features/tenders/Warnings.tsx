import { currentDue } from '../../../../shared/domain/tender/amendment.ts';
import { endOf, formatDue, oddities } from '../../../../shared/domain/time/countdown.ts';
import type { DeadlineKind } from '../../../../shared/domain/tender/deadline.ts';
import { formatLocalDate } from '../../../../shared/domain/time/localDate.ts';
import { calculateDates } from '../../../../shared/domain/tender/calculateDates.ts';
import { standingDeadlines } from '../../../../shared/domain/tender/standingDates.ts';
import type { NotUnderstood, Tender } from '../../../../shared/domain/tender/tender.ts';
import { bankHolidays } from '../../reference/bankHolidays.ts';
import { counted } from '../../ui/counted.ts';
import { Mark } from '../../ui/Mark.tsx';
import { useNow } from '../../ui/useNow.ts';
import classes from './tenders.module.css';

const relied = new Set<DeadlineKind>(['questions', 'participation', 'submission']);

/** What about the dates is worth a second look before anyone relies on them. */
export function Warnings({ tender }: { readonly tender: Tender }) {
  const sentences = useWarnings(tender);
  const notUnderstood = notUnderstoodIn(tender);
  if (sentences.length === 0 && notUnderstood.length === 0) return null;
  return (
    <ul className={classes['warnings']} aria-label="Warnings">
      {notUnderstood.map(({ path, words }) => (
        <li key={`${path} ${words}`}>
          <Mark tone="fail">Not understood</Mark> in the notice shown here: “<bdi>{words}</bdi>”. Read the notice, and
          enter by hand what it changes.
        </li>
      ))}
      {sentences.map((sentence) => (
        <li key={sentence}>
          <span aria-hidden>▲ </span>
          {sentence}
        </li>
      ))}
    </ul>
  );
}

/** What the notice that the tender shows holds and Muster did not understand. */
function notUnderstoodIn({ source }: Tender): readonly NotUnderstood[] {
  if (source.kind === 'manual') return [];
  return source.releases.findLast(({ id }) => id === source.releaseId)?.notUnderstood ?? [];
}

function useWarnings(tender: Tender): readonly string[] {
  const now = useNow();
  const { planned, periods } = calculateDates(tender, bankHolidays);
  const open = standingDeadlines(tender).filter(
    (deadline) => relied.has(deadline.kind) && deadline.state === 'open' && endOf(currentDue(deadline)) > now,
  );
  const submission = open.find(({ kind }) => kind === 'submission');
  const questions = open.find(({ kind }) => kind === 'questions');
  return [
    ...(planned?.against === null
      ? [
          `A tender notice may follow from ${formatLocalDate(planned.from)} and leave only 10 days: prepare the consortium now.`,
        ]
      : []),
    ...periods.flatMap(({ judgement }) => {
      if (judgement === null) return [];
      const { verdict, minimum, days, earliestLawful } = judgement;
      if (verdict === 'tooShort' && earliestLawful !== null) {
        return [
          `The deadline leaves ${counted(days, 'day')}, where the law asks for ${minimum.days ?? 0}: not before ${formatLocalDate(earliestLawful)}. Ask the buyer.`,
        ];
      }
      if (verdict === 'exactlyMinimum')
        return [`The period is exactly the legal minimum of ${counted(days, 'day')}: there is no day to spare.`];
      return [];
    }),
    ...open.flatMap((deadline) =>
      oddities(currentDue(deadline), bankHolidays).map(
        ({ sentence }) => `${deadline.label}, ${formatDue(currentDue(deadline))}: ${sentence}`,
      ),
    ),
    ...(submission !== undefined &&
    questions !== undefined &&
    endOf(currentDue(questions)) >= endOf(currentDue(submission))
      ? ['Questions close no earlier than tenders are due. Check both dates with the buyer.']
      : []),
  ];
}
