import { AppShell, Burger, Group } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { lazy, type MouseEvent, Suspense, useEffect, useState } from 'react';
import type { Failed } from '../../../shared/host/failed.ts';
import { useWorkspaceFiles } from '../features/workspace/workspaceFilesContext.ts';
import { useFrozen } from '../store/StoreContext.tsx';
import { useWorkspaceState, type WorkspaceState } from '../store/queries/workspace.ts';
import { type Dialog, useActions } from './actions.ts';
import { ConfirmationDialog } from '../ui/ConfirmationDialog.tsx';
import { useAfterPaint } from '../ui/useAfterPaint.ts';
import { Breadcrumb } from './Breadcrumb.tsx';
import { FreezeScreen } from './FreezeScreen.tsx';
import { Pages } from './Pages.tsx';
import { SafetyLight } from './SafetyLight.tsx';
import { SearchButton } from './SearchButton.tsx';
import { SideBar } from './SideBar.tsx';
import { UndoButtons } from './UndoButtons.tsx';
import { useShortcuts } from './useShortcuts.ts';

const CommandPalette = lazy(async () => ({ default: (await import('./CommandPalette.tsx')).CommandPalette }));
const ShortcutsDialog = lazy(async () => ({ default: (await import('./ShortcutsDialog.tsx')).ShortcutsDialog }));

interface ShellProps {
  /** The state of the workspace as it was opened. */
  readonly first: WorkspaceState | undefined;
  readonly markerFailure: Failed | null;
  readonly onReopen: () => void;
}

/** The frame around every page of an open workspace. */
export function Shell({ first, markerFailure, onReopen }: ShellProps) {
  const isPainted = useAfterPaint();
  const state = useWorkspaceState(first, isPainted);
  const frozen = useFrozen();
  const files = useWorkspaceFiles();
  const [isBarOpen, bar] = useDisclosure(false);
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const actions = useActions(state, files, setDialog);
  useShortcuts(actions, frozen === null && dialog === null);
  // The palette closes after what was chosen in it ran, which may have been to show the shortcuts.
  const close = (closed: Dialog) => setDialog((shown) => (shown === closed ? null : shown));

  useEffect(() => {
    // Asks that the storage be kept when the disk gets full; Settings shows the answer.
    if (isPainted) void navigator.storage.persist();
  }, [isPainted]);

  return (
    <>
      <a className="skip-link" href="#main" onClick={skipToMain}>
        Skip to the page
      </a>
      <AppShell
        header={{ height: 48 }}
        navbar={{ width: 200, breakpoint: 'sm', collapsed: { mobile: !isBarOpen } }}
        padding="lg"
      >
        <AppShell.Header px="md">
          <Group h="100%" wrap="nowrap" justify="space-between">
            <Group wrap="nowrap" gap="xs" miw={0}>
              <Burger
                opened={isBarOpen}
                onClick={bar.toggle}
                hiddenFrom="sm"
                size="sm"
                aria-label={isBarOpen ? 'Hide the places' : 'Show the places'}
              />
              <Breadcrumb />
            </Group>
            <Group wrap="nowrap" gap="xs">
              <SearchButton onClick={() => setDialog('palette')} />
              <UndoButtons actions={actions} />
              <SafetyLight
                state={state}
                markerFailure={markerFailure}
                onSave={files.save}
                onSaveProtected={files.saveProtected}
              />
            </Group>
          </Group>
        </AppShell.Header>
        <AppShell.Navbar>
          <SideBar workspaceName={state?.workspace.name ?? ''} onGo={bar.close} />
        </AppShell.Navbar>
        <AppShell.Main id="main" tabIndex={-1}>
          <Pages state={state} />
        </AppShell.Main>
      </AppShell>
      {isPainted && <ConfirmationDialog />}
      <Suspense>
        {dialog === 'palette' && <CommandPalette actions={actions} onClose={() => close('palette')} />}
        {dialog === 'shortcuts' && <ShortcutsDialog actions={actions} onClose={() => close('shortcuts')} />}
      </Suspense>
      {frozen !== null && <FreezeScreen reason={frozen} onReopen={onReopen} />}
    </>
  );
}

// The address after # is the page's, so the link moves the focus by itself.
function skipToMain(event: MouseEvent): void {
  event.preventDefault();
  document.getElementById('main')?.focus();
}
