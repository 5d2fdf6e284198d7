import { NumberInput, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { formatPounds, type Pence } from '../../../../../shared/domain/basics/money.ts';
import type { Condition } from '../../../../../shared/domain/bid/bid.ts';
import type { BidInput } from '../../../../../shared/domain/bid/bidInput.ts';
import { reckonTurnover, turnoverAskedFor } from '../../../../../shared/domain/bid/turnover.ts';
import { Mark } from '../../../ui/Mark.tsx';
import { nameOf } from '../naming.ts';

interface TurnoverReckoningProps {
  readonly condition: Pick<Condition, 'lotId'>;
  readonly input: BidInput;
}

/** What a turnover of so many times the annual value comes to for this bid: alone, together, and without each member. */
export function TurnoverReckoning({ condition, input }: TurnoverReckoningProps) {
  const [times, setTimes] = useState<number>(2);
  const { bid, tender } = input;
  const lots = tender.lots.filter(({ id }) =>
    condition.lotId === null ? bid.lotIds.includes(id) : id === condition.lotId,
  );
  const asked = turnoverAskedFor(lots, times);
  return (
    <section aria-label="Turnover, reckoned">
      <NumberInput
        label="Turnover asked for, times the annual value"
        size="xs"
        min={0}
        step={0.5}
        decimalScale={2}
        hideControls
        value={times}
        onChange={(value) => setTimes(Number(value))}
      />
      {asked === null ? (
        <Text size="xs" c="dimmed" mt={4}>
          It cannot be reckoned: the bid has no lot for it, or the value without VAT or the term of one is not known.
        </Text>
      ) : (
        <Reckoned asked={asked} lots={lots.length} input={input} />
      )}
    </section>
  );
}

function Reckoned({ asked, lots, input }: { readonly asked: Pence; readonly lots: number; readonly input: BidInput }) {
  const { members, together } = reckonTurnover(asked, input.bid.members, input.organisations);
  return (
    <>
      <Text size="xs" mt={4}>
        <b>{formatPounds(asked)}</b> for {lots === 1 ? 'the lot' : `${lots} lots together`}, ex VAT, over the years
        incl. options, from the notice. The buyer’s own figure goes first.
      </Text>
      <Table verticalSpacing={3} fz="xs" mt={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Member</Table.Th>
            <Table.Th>Alone</Table.Th>
            <Table.Th>Without it</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {members.map(({ organisationId, short, without, reliedUpon }) => (
            <Table.Tr key={organisationId}>
              <Table.Td>
                {nameOf(input, organisationId)}
                {reliedUpon && (
                  <Text size="xs" fw={600}>
                    relied upon
                  </Text>
                )}
              </Table.Td>
              <Table.Td>{shortWords(short)}</Table.Td>
              <Table.Td>{shortWords(without.short)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Text size="xs" mt={4} component="div">
        All together: <Mark tone={toneOf(together.short)}>{shortWords(together.short)}</Mark>
      </Text>
      <Text size="xs" c="dimmed" mt={4}>
        By the newest accounts of each. Whether turnovers may be added up is for the tender documents to say; where they
        do not, the verdict stays unknown: ask the buyer.
      </Text>
    </>
  );
}

function shortWords(short: Pence | null): string {
  if (short === null) return 'not known';
  return short > 0 ? `${formatPounds(short)} short` : `${formatPounds(-short)} over`;
}

function toneOf(short: Pence | null): 'pass' | 'fail' | 'unknown' {
  if (short === null) return 'unknown';
  return short > 0 ? 'fail' : 'pass';
}
