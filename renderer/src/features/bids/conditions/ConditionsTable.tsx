import { conditionKinds } from '../../../../../shared/domain/bid/bid.ts';
import type { BidInput } from '../../../../../shared/domain/bid/bidInput.ts';
import { combiningRule } from '../../../../../shared/domain/bid/clarifications.ts';
import { formatLocalDate } from '../../../../../shared/domain/time/localDate.ts';
import { Explained } from '../../../ui/Explained.tsx';
import { Mark } from '../../../ui/Mark.tsx';
import { lotLabel } from '../naming.ts';
import { OpenButton, RowTable } from '../RowTable.tsx';
import rows from '../rows.module.css';
import type { ConditionLine } from './conditionLines.ts';
import { metByWords, verdictWords } from './conditionWords.ts';
import { Findings } from './Findings.tsx';
import { RelianceCell } from './RelianceCell.tsx';

interface ConditionsTableProps {
  readonly lines: readonly ConditionLine[];
  readonly input: BidInput;
  readonly chosenId: string | null;
  readonly onChoose: (id: string) => void;
}

/** Each condition, whether it is met, by whom, and on whom the bid relies for it. */
export function ConditionsTable({ lines, input, chosenId, onChoose }: ConditionsTableProps) {
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
      {lines.map((line) => {
        const { id, text, kind, lotId } = line.condition;
        return (
          <tr key={id} data-chosen={id === chosenId || undefined}>
            <td className={rows['state']}>
              <Result line={line} input={input} />
            </td>
            {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label -- the button in it is named by its text */}
            <th scope="row">
              <OpenButton id={id} isOpen={id === chosenId} onOpen={() => onChoose(id)}>
                <bdi className={rows['clamped']}>{text || 'Condition without a text'}</bdi>
              </OpenButton>
            </th>
            <td>{conditionKinds[kind]}</td>
            <td>{lotLabel(input, lotId)}</td>
            <td>{metByWords(line.condition, input)}</td>
            <td>
              <RelianceCell reliance={line.reliance} input={input} />
            </td>
          </tr>
        );
      })}
    </RowTable>
  );
}

function Result({ line, input }: { readonly line: ConditionLine; readonly input: BidInput }) {
  const { condition, judgement } = line;
  const { tone, word } = verdictWords(line);
  const { clarification } = combiningRule(condition, input.bid);
  return (
    <Explained label={<Mark tone={tone}>{word}</Mark>} title={word}>
      <Findings judgement={judgement} />
      {tone === 'unknown' && <p>Unknown counts as a risk, never as met.</p>}
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
        <p>A buyer may not ask for insurance to be in place before award (s.22(3)(b)).</p>
      )}
    </Explained>
  );
}
