import { Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { About } from './About.tsx';
import { Appearance, type AppearanceProps } from './Appearance.tsx';
import { AttachedFiles } from './AttachedFiles.tsx';
import { DataPlace } from './DataPlace.tsx';

/** Where is my data, and is it safe? `workspaceFile` is what another feature has to say about that. */
export function SettingsPage({ workspaceFile, ...appearance }: AppearanceProps & { workspaceFile: ReactNode }) {
  return (
    <Stack gap="md" maw={880}>
      <PageHeading title="Settings" />
      <DataPlace />
      {workspaceFile}
      <AttachedFiles />
      <Appearance {...appearance} />
      <About />
    </Stack>
  );
}
