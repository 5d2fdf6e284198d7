import { Fragment } from 'react';
import { type Question, questionStates, type QuestionState } from '../../../../../shared/domain/bid/bid.ts';
import { answerState } from '../../../../../shared/domain/bid/answerState.ts';
import { formatLimit, worthOf } from '../../../../../shared/domain/bid/answerLimit.ts';
import { limitUse } from '../../../../../shared/domain/bid/wordCount.ts';
import { Mark, type Tone } from '../../../ui/Mark.tsx';
import rows from '../rows.module.css';
import { OpenButton, RowTable } from '../RowTable.tsx';
import classes from './responses.module.css';

interface QuestionTableProps {
  readonly questions: readonly Question[];
  readonly chosenId: string | null;
  readonly onChoose: (id: string) => void;
}

const stateTones: Readonly<Record<QuestionState, Tone>> = {
  notStarted: 'unknown',
  drafting: 'soon',
  inReview: 'soon',
  final: 'pass',
};

/** The buyer's questions in the buyer's order, with how far each answer is. */
export function QuestionTable({ questions, chosenId, onChoose }: QuestionTableProps) {
  return (
    <RowTable
      label="Questions"
      head={
        <tr>
          <th scope="col">Question</th>
          <th scope="col" className={rows['number']}>
            Weight
          </th>
          <th scope="col" className={rows['number']}>
            Length
          </th>
          <th scope="col">State</th>
        </tr>
      }
    >
      {questions.map((question, index) => {
        const { id, number, section, text, weight, marks = null, status } = question;
        const opensSection = section !== (questions[index - 1]?.section ?? '');
        return (
          <Fragment key={id}>
            {opensSection && (
              <tr>
                <th colSpan={4} scope="colgroup" className={classes['section']} dir="auto">
                  {section === '' ? 'Without a section' : section}
                </th>
              </tr>
            )}
            <tr data-chosen={id === chosenId || undefined}>
              {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label -- its button is its label */}
              <th scope="row">
                <OpenButton id={id} isOpen={id === chosenId} onOpen={() => onChoose(id)}>
                  <span className={rows['clamped']}>
                    {number !== '' && <b>{number} </b>}
                    <bdi>{text === '' ? 'A question without a text' : text}</bdi>
                  </span>
                </OpenButton>
              </th>
              <td className={rows['number']}>{worthOf(weight, marks) || '–'}</td>
              <td className={rows['number']}>
                <Length question={question} />
              </td>
              <td className={rows['state']}>
                <Mark tone={stateTones[status]}>{questionStates[status]}</Mark>
              </td>
            </tr>
          </Fragment>
        );
      })}
    </RowTable>
  );
}

function Length({ question: { answer, limit } }: { readonly question: Question }) {
  const { state, used } = limitUse(answer, limit);
  if (answerState(answer) === 'none') return <>none</>;
  const length = used.toLocaleString('en-GB');
  if (state === 'noLimit') return <>{length}</>;
  if (state === 'notCounted') return <Mark tone="unknown">{`${length}, limit ${formatLimit(limit)}`}</Mark>;
  const ofLimit = `${length} of ${limit.value.toLocaleString('en-GB')}`;
  return state === 'over' ? <Mark tone="fail">{ofLimit}</Mark> : <>{ofLimit}</>;
}
