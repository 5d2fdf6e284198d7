import { Stack } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import { useSearchParams } from 'react-router';
import { focusSection } from '../../ui/Section.tsx';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { About } from './About.tsx';
import { Appearance, type AppearanceProps } from './Appearance.tsx';
import { PersonalData } from './PersonalData.tsx';
import { AttachedFiles } from './AttachedFiles.tsx';
import { DataPlace } from './DataPlace.tsx';

/** Where is my data, and is it safe? `workspaceFile` is what another feature has to say about that. */
export function SettingsPage({ workspaceFile, ...appearance }: AppearanceProps & { workspaceFile: ReactNode }) {
  const [search] = useSearchParams();
  const at = search.get('at');
  useEffect(() => {
    if (at !== null) focusSection(at);
  }, [at]);
  return (
    <Stack gap="md" maw={880}>
      <PageHeading title="Settings" />
      <DataPlace />
      {workspaceFile}
      <AttachedFiles />
      <div data-section="personalData">
        <PersonalData />
      </div>
      <Appearance {...appearance} />
      <About />
    </Stack>
  );
}
