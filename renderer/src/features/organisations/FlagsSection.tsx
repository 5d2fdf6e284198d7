import { SimpleGrid } from '@mantine/core';
import { keysOf } from '../../../../shared/domain/basics/keysOf.ts';
import { type Organisation, statusFlags } from '../../../../shared/domain/organisation/organisation.ts';
import { Section } from '../../ui/Section.tsx';
import { TernaryControl } from '../../ui/TernaryControl.tsx';
import type { Edits } from './edits.ts';

interface FlagsSectionProps {
  readonly organisation: Organisation;
  readonly edits: Edits;
}

export function FlagsSection({ organisation, edits }: FlagsSectionProps) {
  return (
    <Section title="Status" name="flags">
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs" verticalSpacing={6}>
        {keysOf(statusFlags).map((flag) => (
          <TernaryControl
            key={flag}
            label={statusFlags[flag]}
            value={organisation.flags[flag]}
            commit={(answer) =>
              edits.change(statusFlags[flag], (now) => ({ ...now, flags: { ...now.flags, [flag]: answer } }))
            }
          />
        ))}
      </SimpleGrid>
    </Section>
  );
}
