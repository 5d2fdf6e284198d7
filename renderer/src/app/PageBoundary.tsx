import { Button, CopyButton, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { Component, type ReactNode } from 'react';

interface State {
  readonly error: Error | null;
}

/** Keeps a mistake on one page from taking the window with it. React has no boundary but a class. */
export class PageBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(thrown: unknown): State {
    return { error: thrown instanceof Error ? thrown : new Error(String(thrown)) };
  }

  override render() {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return <Apology error={error} onAgain={() => this.setState({ error: null })} />;
  }
}

function Apology({ error, onAgain }: { error: Error; onAgain: () => void }) {
  const details = [`Muster ${import.meta.env.APP_VERSION}`, location.hash, navigator.userAgent, error.stack].join('\n');
  return (
    <Paper withBorder p="lg" role="alert">
      <Stack>
        <Title order={1}>This page could not be shown</Title>
        <Text>
          The mistake is in Muster, not in your work: what is stored is not affected, and what you were typing is kept
          and offered again in its field.
        </Text>
        <Group>
          <Button onClick={onAgain}>Try again</Button>
          <CopyButton value={details}>
            {({ copied, copy }) => (
              <Button variant="default" onClick={copy}>
                {copied ? 'Details copied' : 'Copy details'}
              </Button>
            )}
          </CopyButton>
        </Group>
      </Stack>
    </Paper>
  );
}
