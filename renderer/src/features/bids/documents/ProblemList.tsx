import { Anchor, Text } from '@mantine/core';
import { Link } from 'react-router';
import type { Bid } from '../../../../../shared/domain/bid/bid.ts';
import type { DocumentProblem } from '../../../../../shared/domain/document/documentProblem.ts';
import { Mark, type Tone } from '../../../ui/Mark.tsx';
import { Section } from '../../../ui/Section.tsx';
import { mendAddress } from '../bidAddress.ts';
import classes from './documents.module.css';

interface ProblemListProps {
  readonly title: string;
  readonly name: string;
  readonly tone: Tone;
  readonly lead: string;
  readonly bid: Bid;
  readonly problems: readonly DocumentProblem[];
}

/** More would hold up the page, and nobody reads on. */
const mostShown = 100;

/** Sentences about the document, each a link to what mends it. */
export function ProblemList({ title, name, tone, lead, bid, problems }: ProblemListProps) {
  if (problems.length === 0) return null;
  return (
    <Section title={title} name={name} count={problems.length}>
      <Text size="xs" c="dimmed" mb={6}>
        {lead}
      </Text>
      <ul className={classes['problems']}>
        {problems.slice(0, mostShown).map(({ sentence, mend }) => (
          <li key={`${sentence} ${mendAddress(bid, mend)}`}>
            <Mark tone={tone}>
              <Anchor component={Link} to={mendAddress(bid, mend)} size="sm" className={classes['sentence'] ?? ''}>
                <bdi>{sentence}</bdi>
              </Anchor>
            </Mark>
          </li>
        ))}
      </ul>
      {problems.length > mostShown && (
        <Text size="xs" c="dimmed" mt={6}>
          And {problems.length - mostShown} more, which appear as you fix these.
        </Text>
      )}
    </Section>
  );
}
