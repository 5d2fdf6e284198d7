import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import type { WorkspaceFileActions } from '../features/workspace/workspaceFilesContext.ts';
import { fileAddresses } from '../features/workspace/useAddressCommands.ts';
import type { WorkspaceState } from '../store/queries/workspace.ts';
import { useHost } from '../host/HostContext.tsx';
import { useStore } from '../store/StoreContext.tsx';
import { exportAll } from './exportAll.ts';
import { places } from './places.ts';
import { redoAndSay, undoAndSay } from './undoAndSay.ts';

/** Something one can do from anywhere: by a key, from the palette, some of them by a button. */
export interface Action {
  readonly id: string;
  readonly group: 'Go to' | 'Do';
  readonly label: string;
  /** The keys as they are pressed and shown: `Ctrl+K`, or `G H` for one after the other. */
  readonly keys: readonly string[];
  readonly run: () => void;
  readonly disabled?: boolean;
}

/** What lies over the page, one at a time. */
export type Dialog = 'palette' | 'shortcuts';

export function useActions(
  state: WorkspaceState | undefined,
  files: WorkspaceFileActions,
  show: (dialog: Dialog) => void,
): readonly Action[] {
  const store = useStore();
  const host = useHost();
  const navigate = useNavigate();
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme('light');
  const { undoLabel = null, redoLabel = null } = state ?? {};

  return useMemo(() => {
    const go = (to: string) => () => void navigate(to);
    return [
      ...places.map(({ path, label, key }) => ({
        id: path,
        group: 'Go to' as const,
        label,
        keys: [`G ${key}`],
        run: go(path),
      })),
      { id: 'matrix', group: 'Go to', label: 'Capability matrix', keys: [], run: go('/capabilities/matrix') },
      { id: 'heat-map', group: 'Go to', label: 'Capability heat map', keys: [], run: go('/capabilities/heat-map') },
      { id: 'trash', group: 'Go to', label: 'Trash', keys: ['G R'], run: go('/activity/trash') },
      { id: 'new', group: 'Do', label: 'New organisation', keys: ['Ctrl+N', 'Alt+N'], run: go('/organisations?new=1') },
      { id: 'newTender', group: 'Do', label: 'New tender', keys: [], run: go('/tenders?new=1') },
      { id: 'newBid', group: 'Do', label: 'New bid', keys: [], run: go('/bids?new=1') },
      { id: 'importNotices', group: 'Do', label: 'Import notices', keys: [], run: go('/tenders/notices/import') },
      { id: 'deadlines', group: 'Go to', label: 'Deadlines', keys: ['G D'], run: go('/tenders/deadlines') },
      { id: 'notices', group: 'Go to', label: 'Notices', keys: ['G N'], run: go('/tenders/notices') },
      { id: 'save', group: 'Do', label: 'Save a workspace file', keys: ['Ctrl+S'], run: () => void files.save() },
      { id: 'saveProtected', group: 'Do', label: 'Save with a passphrase…', keys: [], run: files.saveProtected },
      { id: 'open', group: 'Do', label: 'Open a workspace file', keys: ['Ctrl+O'], run: () => void files.choose() },
      { id: 'sample', group: 'Do', label: 'Open the sample workspace', keys: [], run: go(fileAddresses.openSample) },
      {
        id: 'export',
        group: 'Do',
        label: 'Export all organisations',
        keys: [],
        run: () => void exportAll(store, host),
      },
      {
        id: 'undo',
        group: 'Do',
        label: undoLabel === null ? 'Undo' : `Undo: ${undoLabel}`,
        keys: ['Ctrl+Z'],
        disabled: undoLabel === null,
        run: () => void undoAndSay(store),
      },
      {
        id: 'redo',
        group: 'Do',
        label: redoLabel === null ? 'Redo' : `Redo: ${redoLabel}`,
        keys: ['Ctrl+Shift+Z', 'Ctrl+Y'],
        disabled: redoLabel === null,
        run: () => void redoAndSay(store),
      },
      {
        id: 'scheme',
        group: 'Do',
        label: scheme === 'dark' ? 'Light appearance' : 'Dark appearance',
        keys: [],
        run: () => setColorScheme(scheme === 'dark' ? 'light' : 'dark'),
      },
      { id: 'palette', group: 'Do', label: 'Search and commands', keys: ['Ctrl+K'], run: () => show('palette') },
      { id: 'shortcuts', group: 'Do', label: 'Show all shortcuts', keys: ['?'], run: () => show('shortcuts') },
    ];
  }, [store, host, navigate, files, show, setColorScheme, scheme, undoLabel, redoLabel]);
}
