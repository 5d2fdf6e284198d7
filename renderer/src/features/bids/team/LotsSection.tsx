import { Anchor, Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import { lotName } from '../../../../../shared/domain/agreement/agreementFacts.ts';
import { formatPounds } from '../../../../../shared/domain/basics/money.ts';
import type { Lot } from '../../../../../shared/domain/tender/tender.ts';
import { EditableCheckbox } from '../../../ui/EditableCheckbox.tsx';
import { Section } from '../../../ui/Section.tsx';
import type { BidPartProps } from '../bidPart.ts';
import { usePages } from '../../../ui/usePages.tsx';

/** Which of the tender's lots the bid is for. */
export function LotsSection({ input: { bid, tender }, edits }: BidPartProps) {
  const gone = bid.lotIds.filter((id) => tender.lots.every((lot) => lot.id !== id));
  const setLot = (lotId: string, name: string, isBidFor: boolean) =>
    edits.change(isBidFor ? `bid for ${name}` : `no bid for ${name}`, (now) => {
      const others = now.lotIds.filter((id) => id !== lotId);
      return { ...now, lotIds: inTenderOrder(tender.lots, isBidFor ? [...others, lotId] : others) };
    });
  const { shown, pager } = usePages(tender.lots, 50, 'lots');
  return (
    <Section title="Lots bid for" name="lots" count={bid.lotIds.length}>
      {tender.lots.length === 0 && (
        <Text size="sm">
          The tender has no lot yet, and shares are shares of a lot. A tender that is not divided has one:{' '}
          <Anchor component={Link} to={`/tenders/${tender.id}`} size="sm">
            add it to the tender
          </Anchor>
          .
        </Text>
      )}
      {pager}
      <Stack gap={6}>
        {shown.map((lot) => (
          <EditableCheckbox
            key={lot.id}
            label={<bdi>{[lotName(lot), ...valueOf(lot)].join(' · ')}</bdi>}
            value={bid.lotIds.includes(lot.id)}
            commit={(isBidFor) => setLot(lot.id, lotName(lot), isBidFor)}
          />
        ))}
        {gone.map((id) => (
          <EditableCheckbox
            key={id}
            label="A lot that the tender no longer has: the shares in it count until it is left out"
            value
            commit={() => setLot(id, 'a lot that is gone', false)}
          />
        ))}
      </Stack>
    </Section>
  );
}

function valueOf({ value: { net, gross, currency } }: Lot): readonly string[] {
  if (currency !== 'GBP') return [];
  if (net !== null) return [`${formatPounds(net)} without VAT`];
  return gross === null ? [] : [`${formatPounds(gross)} with VAT`];
}

function inTenderOrder(lots: readonly Lot[], ids: readonly string[]): readonly string[] {
  const order = lots.map(({ id }) => id);
  return ids.toSorted((a, b) => order.indexOf(a) - order.indexOf(b));
}
