import { Anchor, Text } from '@mantine/core';
import { Link } from 'react-router';
import type { Capability, CapabilityCell } from '../../../../shared/domain/capability/capability.ts';
import { cellInWords } from '../../../../shared/domain/capability/capabilityCells.ts';
import { useCapabilities, useCapabilityCells } from '../../store/queries/capabilities.ts';
import { Section } from '../../ui/Section.tsx';
import classes from './capabilities.module.css';
import { ConfidenceMark, UnknownMark } from './ConfidenceMark.tsx';

interface Known {
  readonly capability: Capability;
  readonly cell: CapabilityCell;
}

/** What one organisation can do, best first: a part of its page. */
export function OrganisationCapabilities({ id }: { readonly id: string }) {
  const capabilities = useCapabilities();
  const cells = useCapabilityCells(id);
  if (capabilities === undefined || cells === undefined) return null;
  const known = capabilities
    .flatMap((capability): readonly Known[] => {
      const cell = cells[capability.id];
      return cell === undefined ? [] : [{ capability, cell }];
    })
    .sort((a, b) => b.cell.level - a.cell.level);
  const notKnown = capabilities.length - known.length;

  return (
    <Section title="Capabilities" name="capabilities" count={known.length}>
      <ul className={classes['can']}>
        {known.map(({ capability, cell }) => (
          <li key={capability.id} title={cell.note}>
            <b>{cell.level}</b> <ConfidenceMark confidence={cell.confidence} />{' '}
            <Anchor component={Link} to={addressOf(id, capability.id)} size="xs">
              <bdi>{capability.name}</bdi>
            </Anchor>{' '}
            <Text span size="xs" c="dimmed">
              {cellInWords(cell).slice(2)}
            </Text>
          </li>
        ))}
      </ul>
      <Text size="xs" c="dimmed">
        {notKnown > 0 && (
          <>
            <UnknownMark /> Not known of {notKnown} of {capabilities.length} capabilities.{' '}
          </>
        )}
        <Anchor component={Link} to={`/capabilities/matrix?organisation=${id}`} size="xs" underline="always">
          Edit in the matrix
        </Anchor>
      </Text>
    </Section>
  );
}

function addressOf(organisationId: string, capabilityId: string): string {
  return `/capabilities/matrix?organisation=${organisationId}&capability=${capabilityId}`;
}
