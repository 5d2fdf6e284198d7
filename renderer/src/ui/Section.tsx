import { Group, Text, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import classes from './Section.module.css';

interface SectionProps {
  readonly title: string;
  /** What a link or another part of the screen finds this section by. */
  readonly name: string;
  /** How many rows it holds. */
  readonly count?: number;
  readonly children: ReactNode;
}

/** One titled part of a record's page. */
export function Section({ title, name, count, children }: SectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} data-section={name} className={classes['section']}>
      <Group gap={6} mb={6} align="baseline">
        <Title order={2} id={id} size="h3">
          {title}
        </Title>
        {count !== undefined && count > 0 && (
          <Text span size="xs" c="dimmed">
            {count}
          </Text>
        )}
      </Group>
      {children}
    </section>
  );
}

/** Brings the section called `name` into view and puts the focus on the first thing in it that can be filled in. */
export function focusSection(name: string): void {
  const section = document.querySelector(`[data-section="${CSS.escape(name)}"]`);
  const field = section?.querySelector<HTMLElement>(
    'input:not([type=hidden]):not([type=radio]), input[type=radio]:checked, textarea, button',
  );
  section?.scrollIntoView({ block: 'start' });
  field?.focus({ preventScroll: true });
}
