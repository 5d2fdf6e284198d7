import { type Condition, conditionKinds } from '../../../../../shared/domain/bid/bid.ts';
import type { BidInput } from '../../../../../shared/domain/bid/bidInput.ts';
import { combiningRule } from '../../../../../shared/domain/bid/clarifications.ts';
import { reliedUpon } from '../../../../../shared/domain/bid/judgeCondition.ts';
import { formatLocalDate } from '../../../../../shared/domain/time/localDate.ts';
import { Explained } from '../../../ui/Explained.tsx';
import { Mark } from '../../../ui/Mark.tsx';
import { lotLabel, nameOf } from '../naming.ts';
import { OpenButton, RowTable } from '../RowTable.tsx';
import rows from '../rows.module.css';
import { metByWords, verdictWords } from './conditionWords.ts';

interface ConditionsTableProps {
  readonly input: BidInput;
  readonly chosenId: string | null;
  readonly onChoose: (id: string) => void;
}

/** Each condition, whether it is met, by whom, and on whom the bid relies for it. */
export function ConditionsTable({ input, chosenId, onChoose }: ConditionsTableProps) {
  return (
    <RowTable
      label="Conditions of participation and who meets them"
      head={
        <tr>
          <th scope="col">Result</th>
          <th scope="col">Condition</th>
          <th scope="col">Kind</th>
          <th scope="col">Lot</th>
          <th scope="col">Met by</th>
          <th scope="col">Relied upon</th>
        </tr>
      }
    >
      {input.bid.conditions.map((condition) => {
        const { id, text, kind, lotId } = condition;
        return (
          <tr key={id} data-chosen={id === chosenId || undefined}>
            <td className={rows['state']}>
              <Result condition={condition} input={input} />
            </td>
            {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label -- the button in it is named by its text */}
            <th scope="row">
              <OpenButton id={id} isOpen={id === chosenId} onOpen={() => onChoose(id)}>
                <bdi className={rows['clamped']}>{text || 'Condition without a text'}</bdi>
              </OpenButton>
            </th>
            <td>{conditionKinds[kind]}</td>
            <td>{lotLabel(input, lotId)}</td>
            <td>{metByWords(condition, input)}</td>
            <td>
              {reliedUpon(condition, input)
                .map((each) => nameOf(input, each))
                .join(', ') || '–'}
            </td>
          </tr>
        );
      })}
    </RowTable>
  );
}

function Result({ condition, input }: { readonly condition: Condition; readonly input: BidInput }) {
  const { tone, word, why } = verdictWords(condition, input);
  const { clarification } = combiningRule(condition, input.bid);
  return (
    <Explained label={<Mark tone={tone}>{word}</Mark>} title={word}>
      {why === null ? (
        <p>As entered in this bid: {metByWords(condition, input)}.</p>
      ) : (
        <p>
          {why} {tone === 'unknown' && 'Unknown counts as a risk, never as met.'}
        </p>
      )}
      {clarification?.answeredOn != null && (
        <p>
          Source: {clarification.reference}, answered {formatLocalDate(clarification.answeredOn)}:{' '}
          <q>{clarification.answer}</q>
        </p>
      )}
      <p>
        A supplier meets a condition as far as those meet it with whom it tenders, or with whom it will have a binding
        contract to sub-contract or to guarantee (Procurement Act 2023 s.22(8)-(9)).
      </p>
      {condition.state === 'committed' && (
        <p>Promised by contract start: a buyer may not ask for insurance to be in place before award (s.22(3)(b)).</p>
      )}
    </Explained>
  );
}
