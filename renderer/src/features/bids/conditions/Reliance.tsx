import type { BidInput } from '../../../../../shared/domain/bid/bidInput.ts';
import { judgeCondition, reliedUpon } from '../../../../../shared/domain/bid/judgeCondition.ts';
import { counted } from '../../../ui/counted.ts';
import { Explained } from '../../../ui/Explained.tsx';
import { Mark, type Tone } from '../../../ui/Mark.tsx';
import { nameOf } from '../naming.ts';
import rows from '../rows.module.css';

/** How many conditions stand, and what the bid relies on each member for. */
export function Reliance({ input }: { readonly input: BidInput }) {
  const { bid } = input;
  const verdicts = bid.conditions.map((condition) => judgeCondition(condition, input).verdict);
  const count = (verdict: string): number => verdicts.filter((each) => each === verdict).length;
  const relied = bid.members.map(({ organisationId }) => ({
    organisationId,
    conditions: bid.conditions.filter((condition) => reliedUpon(condition, input).includes(organisationId)),
  }));
  const open: Tone = count('unknown') > 0 ? 'unknown' : 'pass';
  return (
    <ul className={rows['summary']} aria-label="Conditions in short">
      <li>
        <Mark tone={count('fail') > 0 ? 'fail' : open}>
          <span className={rows['sentence']}>
            {count('pass')} of {verdicts.length} met, {count('fail')} not met, {count('unknown')} unknown
          </span>
        </Mark>
      </li>
      {relied
        .filter(({ conditions }) => conditions.length > 0)
        .map(({ organisationId, conditions }) => (
          <li key={organisationId}>
            <Mark tone="soon">
              <span className={rows['sentence']}>
                <bdi>{nameOf(input, organisationId)}</bdi> is relied upon for{' '}
                <Explained label={counted(conditions.length, 'condition')} title="Relied upon">
                  {conditions.map(({ id, text }) => (
                    <p key={id}>{text}</p>
                  ))}
                  <p>
                    Named as meeting it, and not the lead; where the turnover asked for is known, only those without
                    whom the others fall short. Where the lead meets a condition alone nobody is relied upon
                    (Procurement Act 2023 s.72(6)). A buyer may require a contract with a sub-contractor that it relied
                    on, and exclusion is looked at for each of them; a guarantor is not (s.26(4)).
                  </p>
                </Explained>
              </span>
            </Mark>
          </li>
        ))}
    </ul>
  );
}
