import { Text } from '@mantine/core';
import type { BidInput } from '../../../../../shared/domain/bid/bidInput.ts';
import { type Combining, type Clarification } from '../../../../../shared/domain/bid/bid.ts';
import type { DeadlineLine } from '../../../../../shared/domain/tender/tenderSummary.ts';
import { formatLocalDate, type LocalDate } from '../../../../../shared/domain/time/localDate.ts';
import { Mark } from '../../../ui/Mark.tsx';
import { useToday } from '../../../ui/useToday.ts';
import { OpenButton, RowTable } from '../RowTable.tsx';
import rows from '../rows.module.css';
import { stateWords } from './clarificationWords.ts';

interface ClarificationTableProps {
  readonly input: BidInput;
  /** Until when the buyer takes questions. */
  readonly deadline: DeadlineLine | null;
  readonly chosenId: string | null;
  readonly onChoose: (id: string) => void;
}

/** The log of questions to the buyer: when each was sent and answered, and what the answer changes. */
export function ClarificationTable({ input, deadline, chosenId, onChoose }: ClarificationTableProps) {
  const today = useToday();
  return (
    <RowTable
      label="Questions to the buyer"
      head={
        <tr>
          <th scope="col">Reference</th>
          <th scope="col">Question</th>
          <th scope="col">State</th>
          <th scope="col">What it changes</th>
        </tr>
      }
    >
      {input.bid.clarifications.map((clarification) => {
        const { id, reference, text, effect, combining } = clarification;
        const { tone, word } = stateWords(clarification, deadline, today);
        const changes = [combining === 'unknown' ? '' : combiningWords[combining], effect.trim()].filter(
          (part) => part !== '',
        );
        return (
          <tr key={id} data-chosen={id === chosenId || undefined}>
            <td className={rows['state']}>{reference || '–'}</td>
            {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label -- the button in it is named by its text */}
            <th scope="row">
              <OpenButton id={id} isOpen={id === chosenId} onOpen={() => onChoose(id)}>
                <bdi className={rows['clamped']}>{text || 'Question without a text'}</bdi>
              </OpenButton>
            </th>
            <td className={rows['state']}>
              <Mark tone={tone}>{word}</Mark>
              <Days clarification={clarification} />
            </td>
            <td>{changes.join('. ') || '–'}</td>
          </tr>
        );
      })}
    </RowTable>
  );
}

const combiningWords: Readonly<Record<Exclude<Combining, 'unknown'>, string>> = {
  accepted: 'Figures may be added up',
  jointly: 'Figures may be added up where all are jointly and severally liable',
  refused: 'Figures may not be added up',
};

function Days({ clarification: { sentOn, answeredOn } }: { readonly clarification: Clarification }) {
  return (
    <>
      {sentOn !== null && <Day what="sent" on={sentOn} />}
      {answeredOn !== null && <Day what="answered" on={answeredOn} />}
    </>
  );
}

function Day({ what, on }: { readonly what: string; readonly on: LocalDate }) {
  return (
    <Text size="xs" c="dimmed">
      {what} {formatLocalDate(on)}
    </Text>
  );
}
