import { Anchor, Group, Paper, Stack, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import { Link } from 'react-router';

interface PanelProps {
  readonly title: string;
  readonly link?: { readonly to: string; readonly label: string } | null;
  readonly children: ReactNode;
}

/** A titled part of a page, with a link to the whole of what it shows a part of. */
export function Panel({ title, link = null, children }: PanelProps) {
  const id = useId();
  return (
    <Paper withBorder p="md" component="section" aria-labelledby={id}>
      <Stack gap="sm">
        <Group justify="space-between" align="baseline" wrap="nowrap">
          <Title order={2} id={id}>
            {title}
          </Title>
          {link !== null && (
            <Anchor component={Link} to={link.to} style={{ whiteSpace: 'nowrap' }}>
              {link.label}
            </Anchor>
          )}
        </Group>
        {children}
      </Stack>
    </Paper>
  );
}
