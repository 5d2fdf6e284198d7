import type { BidInput } from '../../../../../shared/domain/bid/bidInput.ts';
import { countVerdicts } from '../../../../../shared/domain/bid/judgeCondition.ts';
import { counted } from '../../../ui/counted.ts';
import { Explained } from '../../../ui/Explained.tsx';
import { Mark, type Tone } from '../../../ui/Mark.tsx';
import { nameOf } from '../naming.ts';
import rows from '../rows.module.css';
import type { ConditionLine } from './conditionLines.ts';
import { countWords, toneOf } from './conditionWords.ts';

interface ReliedProps {
  readonly lines: readonly ConditionLine[];
  readonly input: BidInput;
}

/** How many conditions stand, and what the bid relies on each member for. */
export function Reliance({ lines: all, input }: ReliedProps) {
  const lines = all.filter(({ isBidFor }) => isBidFor);
  const counts = countVerdicts(lines);
  const relied = input.bid.members.flatMap(({ organisationId }) => {
    const known = lines.filter(({ reliance }) => isAmong(organisationId, reliance, 'known'));
    const possible = lines.filter(({ reliance }) => isAmong(organisationId, reliance, 'unknown'));
    return [
      { organisationId, lines: known, tone: 'soon' as const, words: 'is relied upon for' },
      { organisationId, lines: possible, tone: 'unknown' as const, words: 'may be relied upon for' },
    ].filter((each) => each.lines.length > 0);
  });
  return (
    <ul className={rows['summary']} aria-label="Conditions in short">
      <li>
        <Mark tone={toneOf(counts)}>
          <span className={rows['sentence']}>{countWords(counts)}</span>
        </Mark>
      </li>
      {relied.map((each) => (
        <li key={`${each.organisationId} ${each.tone}`}>
          <Relied {...each} input={input} />
        </li>
      ))}
    </ul>
  );
}

function isAmong(id: string, reliance: ConditionLine['reliance'], kind: ConditionLine['reliance']['kind']): boolean {
  return reliance.kind === kind && reliance.organisationIds.includes(id);
}

interface OneReliedProps extends ReliedProps {
  readonly organisationId: string;
  readonly tone: Tone;
  readonly words: string;
}

function Relied({ organisationId, lines, tone, words, input }: OneReliedProps) {
  return (
    <Mark tone={tone}>
      <span className={rows['sentence']}>
        <bdi>{nameOf(input, organisationId)}</bdi> {words}{' '}
        <Explained label={counted(lines.length, 'condition')} title="Relied upon">
          {lines.map(({ condition: { id, text }, reliance }) => (
            <p key={id}>
              {text}
              {reliance.kind === 'unknown' && ` Not known: ${reliance.why}`}
            </p>
          ))}
          <p>
            A member is relied upon where it stands in some smallest set of members that meets the condition together
            with the lead; where members are named for it, among those. Where the lead meets a condition alone nobody is
            relied upon (Procurement Act 2023 s.72(6)). A buyer may require a contract with a sub-contractor that it
            relied on, and exclusion is looked at for each of them; a guarantor is not (s.26(4)).
          </p>
        </Explained>
      </span>
    </Mark>
  );
}
