import { SimpleGrid } from '@mantine/core';
import { type MayReplace, withField } from '../../../ui/draft.ts';
import { EditableField } from '../../../ui/EditableField.tsx';
import { Section } from '../../../ui/Section.tsx';
import { freeText } from '../../../ui/textForm.ts';
import type { BidPartProps } from '../bidPart.ts';
import { optionalDaysForm } from '../forms.ts';

/** What stands on the first page of the bid: who bids, how long the offer stands, and who signs. */
export function BidderSection({ input: { bid }, edits }: BidPartProps) {
  const signatory = (part: 'name' | 'role', what: string) => ({
    draftKey: `${bid.id}.signatory.${part}`,
    value: bid.signatory[part],
    commit: (value: string, mayReplace?: MayReplace<string>) =>
      edits.change(what, (now) => ({ ...now, signatory: withField(now.signatory, part, value, mayReplace) })),
  });
  return (
    <Section title="The bidder" name="bidder">
      <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} spacing="xs" verticalSpacing={6}>
        <EditableField
          label="Bidder’s name, exactly as on the platform"
          form={freeText}
          {...edits.field('name', 'bidder’s name')}
        />
        <EditableField
          label="Offer stands for, days after the deadline"
          form={optionalDaysForm}
          {...edits.field('validityDays', 'how long the offer stands')}
        />
        <EditableField label="Who signs for the bidder" form={freeText} {...signatory('name', 'who signs')} />
        <EditableField
          label="As"
          form={freeText}
          placeholder="Chief executive"
          {...signatory('role', 'role of who signs')}
        />
      </SimpleGrid>
    </Section>
  );
}
