import { usePages } from '../../../ui/usePages.tsx';
import { lotsAtATime } from './pageSizes.ts';
import { SimpleGrid, Text } from '@mantine/core';
import { agreementChoices } from '../../../../../shared/domain/agreement/agreementOptions.ts';
import { votingSentence } from '../../../../../shared/domain/agreement/votingSentence.ts';
import type { BidInput } from '../../../../../shared/domain/bid/bidInput.ts';
import { keysOf } from '../../../../../shared/domain/basics/keysOf.ts';
import { formatShare, lotShares, totalOf, wholeLot } from '../../../../../shared/domain/bid/shares.ts';
import { votesOn } from '../../../../../shared/domain/bid/voting.ts';
import type { Commit } from '../../../ui/draft.ts';
import { EditableSelect } from '../../../ui/EditableSelect.tsx';
import { Explained } from '../../../ui/Explained.tsx';
import { Mark } from '../../../ui/Mark.tsx';
import { Section } from '../../../ui/Section.tsx';
import type { BidPartProps } from '../bidPart.ts';
import { lotLabel, nameOf } from '../naming.ts';

/** How the members decide, and who can stop a decision with the shares as they are. */
export function VotingSection({ input, edits }: BidPartProps) {
  const { bid } = input;
  const { voting, votesBy } = bid.agreement;
  // By heads every party has its vote, whatever the lot.
  const { shown, pager } = usePages(votesBy === 'heads' ? bid.lotIds.slice(0, 1) : bid.lotIds, lotsAtATime, 'lots');
  return (
    <Section title="Votes" name="voting">
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="xs" verticalSpacing={6} mb="xs">
        <Decision choice={agreementChoices.voting} {...edits.option('voting', 'majority')} />
        <Decision choice={agreementChoices.votesBy} {...edits.option('votesBy', 'how votes are counted')} />
      </SimpleGrid>
      {voting === null || votesBy === null ? (
        <Mark tone="unknown">Until both are decided it is not known who can stop a decision.</Mark>
      ) : (
        <>
          {pager}
          {shown.map((lotId) => (
            <WhoCanStop key={lotId} input={input} lotId={lotId} />
          ))}
        </>
      )}
    </Section>
  );
}

interface DecisionProps<Answer extends string> {
  readonly choice: { readonly question: string; readonly answers: Readonly<Record<Answer, string>> };
  readonly value: Answer | null;
  readonly commit: Commit<Answer | null>;
}

function Decision<Answer extends string>({ choice, value, commit }: DecisionProps<Answer>) {
  const options = keysOf(choice.answers).map((answer) => ({ value: answer, label: choice.answers[answer] }));
  return (
    <EditableSelect<Answer | 'open'>
      label={choice.question}
      options={[{ value: 'open', label: 'Not decided yet' }, ...options]}
      value={value ?? 'open'}
      commit={(chosen) => commit(chosen === 'open' ? null : chosen)}
    />
  );
}

function WhoCanStop({ input, lotId }: { readonly input: BidInput; readonly lotId: string }) {
  const { voting, votesBy } = input.bid.agreement;
  const sentence = votingSentence(input.bid, lotId, (id) => nameOf(input, id));
  if (voting === null || votesBy === null || sentence === null) return null;
  if (votesBy === 'share' && totalOf(lotShares(input.bid, lotId)) !== wholeLot) {
    return (
      <Text size="sm">
        <Mark tone="unknown">{lotLabel(input, lotId)}: not known until the shares total 100%.</Mark>
      </Text>
    );
  }
  return (
    <Text size="sm" mb={4}>
      <b>{votesBy === 'heads' ? 'Every lot' : lotLabel(input, lotId)}:</b> {sentence}{' '}
      <Explained label="How this is worked out" title="Who can stop a decision">
        <table>
          <tbody>
            {votesOn(input.bid, lotId, votesBy).map(({ organisationId, basisPoints }) => (
              <tr key={organisationId}>
                <td>
                  <bdi>{nameOf(input, organisationId)}</bdi>
                </td>
                <td>{votesBy === 'share' ? formatShare(basisPoints) : '1 vote'}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p>
          A decision needs {rules[voting]}. A member, or two together, can stop it where the votes of all the others do
          not come to that.
        </p>
      </Explained>
    </Text>
  );
}

const rules = {
  twoThirds: 'two-thirds of the votes or more',
  majority: 'more than half of the votes',
  unanimity: 'all votes',
} as const;
