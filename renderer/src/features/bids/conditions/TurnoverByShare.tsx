import { Text } from '@mantine/core';
import { formatPounds, type Pence } from '../../../../../shared/domain/basics/money.ts';
import type { Condition } from '../../../../../shared/domain/bid/bid.ts';
import type { BidInput } from '../../../../../shared/domain/bid/bidInput.ts';
import { turnoverAskedBy, turnoverOfCondition } from '../../../../../shared/domain/bid/judgeCondition.ts';
import { reckonTurnover, turnoverByShare } from '../../../../../shared/domain/bid/turnover.ts';
import type { Lot } from '../../../../../shared/domain/tender/tender.ts';
import { Explained } from '../../../ui/Explained.tsx';
import { useToday } from '../../../ui/useToday.ts';
import { nameOf } from '../naming.ts';

interface TurnoverByShareProps {
  readonly condition: Condition;
  readonly lots: readonly Lot[];
  readonly asked: Pence;
  readonly input: BidInput;
}

/** What of the turnover would fall to each member by its share: for information, since no buyer said that it asks so. */
export function TurnoverByShare({ condition, lots, asked, input }: TurnoverByShareProps) {
  const today = useToday();
  const parts = lots.flatMap((lot) => {
    const ofLot = lots.length === 1 ? asked : turnoverOfCondition(condition, [lot]);
    return ofLot === null ? [] : [{ lotId: lot.id, asked: ofLot }];
  });
  const sharing = input.bid.members.filter((member) => turnoverByShare(parts, member) > 0);
  // A figure for several lots together says nothing of each of them.
  if (sharing.length === 0 || (lots.length > 1 && turnoverAskedBy(condition)?.kind === 'sum')) return null;
  const rows = sharing.map((member) => {
    const needs = turnoverByShare(parts, member);
    const has = reckonTurnover(needs, [{ ...member, role: 'member' }], input.organisations, today).together;
    return { name: nameOf(input, member.organisationId), needs, has };
  });
  const isMet = rows.every(({ has }) => has.short !== null && has.short <= 0);
  const isKnown = rows.every(({ has }) => has.short !== null);
  return (
    <Text size="xs" mt={4} component="div">
      By share, information only, not this buyer’s test:{' '}
      <Explained label={isMet ? 'met by each' : isKnown ? 'not met by each' : 'not known of each'} title="By share">
        {rows.map(({ name, needs, has }) => (
          <p key={name}>
            {name}: needs {formatPounds(needs)}, has{' '}
            {has.turnover === null ? 'no accounts entered' : formatPounds(has.turnover)}.
          </p>
        ))}
        <p>The turnover asked for, parted by the shares of the lots.</p>
      </Explained>
    </Text>
  );
}
