import { Drawer, Stack } from '@mantine/core';
import type { ReactNode } from 'react';

interface NoticePanelProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** One notice beside the list that it stands in. */
export function NoticePanel({ title, onClose, children }: NoticePanelProps) {
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="lg"
      title={title || 'Notice'}
      closeButtonProps={{ 'aria-label': 'Close' }}
      transitionProps={{ duration: 0 }}
      styles={{ title: { fontWeight: 600 } }}
      // It is drawn as a `header`, which would count as a second banner of the page.
      attributes={{ header: { role: 'presentation' } }}
    >
      <Stack gap="md">{children}</Stack>
    </Drawer>
  );
}
