import { List, Text, UnstyledButton } from '@mantine/core';
import type { MissingFact, MissingFactKind } from '../../../../shared/domain/organisation/missingFact.ts';
import { focusSection } from '../../ui/Section.tsx';
import { Mark } from '../../ui/Mark.tsx';
import classes from './organisation.module.css';

/** What is known to be wrong, as against not known. */
const failures: ReadonlySet<MissingFactKind> = new Set([
  'noLegalPersonality',
  'employersLiabilityLow',
  'insuranceExpired',
  'certificateExpired',
]);

/** What still stands between an organisation and a bid; each leads to where it is mended. */
export function MissingFacts({ facts }: { readonly facts: readonly MissingFact[] }) {
  return (
    <aside aria-label="What is missing" data-section="missing" className={classes['missing']}>
      <Text fw={600} size="sm" mb={4} aria-live="polite">
        {facts.length === 0 ? (
          <Mark tone="pass">Nothing is known to be missing</Mark>
        ) : (
          `${facts.length} to settle before they can stand in a bid`
        )}
      </Text>
      <List listStyleType="none" size="xs" spacing={2}>
        {facts.map(({ kind, sentence, field }) => (
          <List.Item key={`${kind} ${sentence}`} className={classes['fact']}>
            <UnstyledButton className={classes['factLink']} onClick={() => focusSection(field)}>
              <Mark tone={failures.has(kind) ? 'fail' : 'unknown'}>
                <span className={classes['sentence']}>{sentence}</span>
              </Mark>
            </UnstyledButton>
          </List.Item>
        ))}
      </List>
    </aside>
  );
}
