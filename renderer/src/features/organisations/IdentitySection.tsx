import { Alert, SimpleGrid } from '@mantine/core';
import { keysOf } from '../../../../shared/domain/basics/keysOf.ts';
import { type LegalForm, legalForms } from '../../../../shared/domain/organisation/legalForm.ts';
import type { MissingFact } from '../../../../shared/domain/organisation/missingFact.ts';
import { EditableField } from '../../ui/EditableField.tsx';
import { EditableSelect } from '../../ui/EditableSelect.tsx';
import { Section } from '../../ui/Section.tsx';
import { freeText } from '../../ui/textForm.ts';
import type { Edits } from './edits.ts';

export const legalFormOptions: readonly { readonly value: LegalForm | 'unknown'; readonly label: string }[] = [
  { value: 'unknown', label: 'Not known yet' },
  ...keysOf(legalForms).map((form) => ({ value: form, label: legalForms[form] })),
];

interface IdentitySectionProps {
  readonly edits: Edits;
  readonly missing: readonly MissingFact[];
}

export function IdentitySection({ edits, missing }: IdentitySectionProps) {
  const barrier = missing.find(({ kind }) => kind === 'noLegalPersonality');
  return (
    <Section title="Identity" name="legalForm">
      <SimpleGrid cols={{ base: 1, xs: 2, lg: 3 }} spacing="xs" verticalSpacing={6}>
        <EditableSelect label="Legal form" options={legalFormOptions} {...edits.field('legalForm', 'legal form')} />
        <EditableField label="Trading name" form={freeText} {...edits.field('tradingName', 'trading name')} />
        <EditableField label="Website" form={freeText} placeholder="https://" {...edits.field('website', 'website')} />
      </SimpleGrid>
      {barrier !== undefined && (
        <Alert color="yellow" variant="light" mt="xs" p="xs" role="note" title="Not a person in law">
          {barrier.sentence}
        </Alert>
      )}
    </Section>
  );
}
