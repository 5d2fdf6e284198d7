import { Table, Text } from '@mantine/core';
import { formatPounds, type Pence } from '../../../../../shared/domain/basics/money.ts';
import type { Condition } from '../../../../../shared/domain/bid/bid.ts';
import type { BidInput } from '../../../../../shared/domain/bid/bidInput.ts';
import { combiningRule } from '../../../../../shared/domain/bid/clarifications.ts';
import { thoseMeeting } from '../../../../../shared/domain/bid/conditions.ts';
import {
  lotsOfCondition,
  turnoverAskedBy,
  turnoverOfCondition,
} from '../../../../../shared/domain/bid/judgeCondition.ts';
import { type Reliance, relianceOf } from '../../../../../shared/domain/bid/reliance.ts';
import { reckonTurnover, type TurnoverReckoning as Reckoning } from '../../../../../shared/domain/bid/turnover.ts';
import { annualValue } from '../../../../../shared/domain/tender/annualValue.ts';
import type { Lot } from '../../../../../shared/domain/tender/tender.ts';
import { Mark } from '../../../ui/Mark.tsx';
import { useToday } from '../../../ui/useToday.ts';
import { lotLabel, nameOf } from '../naming.ts';
import { TurnoverByShare } from './TurnoverByShare.tsx';

interface TurnoverReckoningProps {
  readonly condition: Condition;
  readonly asked: Pence;
  readonly input: BidInput;
}

/** What a turnover asked for comes to for this bid: alone, together, without each member, and with each reserve. */
export function TurnoverReckoning({ condition, asked, input }: TurnoverReckoningProps) {
  const lots = lotsOfCondition(condition, input);
  const named = condition.metBy.kind === 'combined' ? thoseMeeting(condition) : [];
  const members = input.bid.members.filter(
    ({ organisationId, role }) => named.length === 0 || role === 'reserve' || named.includes(organisationId),
  );
  const today = useToday();
  const reckoned = reckonTurnover(asked, members, input.organisations, today);
  const reliance = relianceOf(condition, input, today);
  return (
    <>
      <Text size="xs" mt={4}>
        <b>{formatPounds(asked)}</b>{' '}
        {turnoverAskedBy(condition)?.kind === 'sum' ? 'as the buyer says' : basisWords(lots)}.
      </Text>
      <Members reckoned={reckoned} reliance={reliance} input={input} />
      <Text size="xs" mt={4} component="div">
        All together: <Held short={reckoned.together.short} />
      </Text>
      {reckoned.reserves.map(({ organisationId, together }) => (
        <Text key={organisationId} size="xs" mt={2} component="div">
          And with {nameOf(input, organisationId)}, in reserve: <Held short={together.short} />
        </Text>
      ))}
      {turnoverAskedBy(condition)?.kind === 'times' && lots.length > 1 && (
        <EachLot condition={condition} lots={lots} members={members} input={input} />
      )}
      <TurnoverByShare condition={condition} lots={lots} asked={asked} input={input} />
      <Text size="xs" c="dimmed" mt={4}>
        By the last accounts of each: the newest year that has ended.{' '}
        {reliance.kind === 'unknown' && `On whom the bid relies is not known. ${reliance.why} `}
        {combiningRule(condition, input.bid).answer === 'unknown' &&
          'Whether turnovers may be added up is for the tender documents to say; where they do not, the verdict stays unknown: ask the buyer.'}
      </Text>
    </>
  );
}

/** What the figure was reckoned from: every lot with the same years, or the years of each. */
function basisWords(lots: readonly Lot[]): string {
  const years = lots.map((lot) => {
    const annual = annualValue(lot);
    return typeof annual === 'string'
      ? ''
      : `${Number(annual.years.toFixed(2))} years${annual.withOptions ? ' incl. options' : ''}`;
  });
  const over = new Set(years).size === 1 ? (years[0] ?? '') : 'over the years of each incl. options';
  return `for ${lots.length === 1 ? 'the lot' : `${lots.length} lots together`}, ex VAT, ${over}, from the notice. The buyer’s own figure goes first`;
}

interface MembersProps {
  readonly reckoned: Reckoning;
  readonly reliance: Reliance;
  readonly input: BidInput;
}

function Members({ reckoned, reliance, input }: MembersProps) {
  return (
    <Table verticalSpacing={3} fz="xs" mt={4}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Member</Table.Th>
          <Table.Th>Alone</Table.Th>
          <Table.Th>Without it</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {reckoned.members.map(({ organisationId, short, without }) => (
          <Table.Tr key={organisationId}>
            <Table.Td>
              {nameOf(input, organisationId)}
              {reliance.organisationIds.includes(organisationId) && (
                <Text size="xs" fw={600}>
                  {reliance.kind === 'known' ? 'relied upon' : 'may be relied upon'}
                </Text>
              )}
            </Table.Td>
            <Table.Td>{shortWords(short)}</Table.Td>
            <Table.Td>{shortWords(without.short)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

interface EachLotProps {
  readonly condition: Condition;
  readonly lots: readonly Lot[];
  readonly members: BidInput['bid']['members'];
  readonly input: BidInput;
}

/** Where several lots are added together: what each would ask for if it were bid for alone. */
function EachLot({ condition, lots, members, input }: EachLotProps) {
  const today = useToday();
  return lots.map((lot) => {
    const asked = turnoverOfCondition(condition, [lot]);
    if (asked === null) return null;
    const { together } = reckonTurnover(asked, members, input.organisations, today);
    return (
      <Text key={lot.id} size="xs" mt={2} component="div">
        {lotLabel(input, lot.id)} alone asks for {formatPounds(asked)}: <Held short={together.short} />
      </Text>
    );
  });
}

function Held({ short }: { readonly short: Pence | null }) {
  const tone = short === null ? 'unknown' : short > 0 ? 'fail' : 'pass';
  return <Mark tone={tone}>{shortWords(short)}</Mark>;
}

function shortWords(short: Pence | null): string {
  if (short === null) return 'not known';
  return short > 0 ? `${formatPounds(short)} short` : `${formatPounds(-short)} over`;
}
