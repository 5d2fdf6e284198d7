import '@mantine/core/styles.css';
import { Button, MantineProvider, Text, Title } from '@mantine/core';
import { useEffect } from 'react';
import { createRoot } from 'react-dom/client';

const nonce = document.querySelector('meta[name="csp-nonce"]')?.getAttribute('content') ?? '';

/** What any Mantine application pays before it does anything: the floor for Muster's start. */
function BarePage() {
  useEffect(() => {
    requestAnimationFrame(() => {
      setTimeout(() => performance.mark('bare-usable'));
    });
  }, []);
  return (
    <main>
      <Title>Bare page</Title>
      <Text>A heading, a line and a button.</Text>
      <Button>Press</Button>
    </main>
  );
}

const root = document.querySelector('#root');
if (root !== null) {
  createRoot(root).render(
    <MantineProvider getStyleNonce={() => nonce}>
      <BarePage />
    </MantineProvider>,
  );
}
