import { Center, Text } from '@mantine/core';
import { lazy, Suspense, use, useState } from 'react';
import { unreachable } from '../../../shared/domain/result.ts';
import { WorkspaceFiles } from '../features/workspace/WorkspaceFiles.tsx';
import { useHost } from '../host/HostContext.tsx';
import { StoreProvider } from '../store/StoreContext.tsx';
import { PageBoundary } from './PageBoundary.tsx';
import { Shell } from './Shell.tsx';
import { letGo, type Started, startUp } from './startUp.ts';
import { Usable } from './Usable.tsx';

const StartScreen = lazy(async () => ({ default: (await import('./StartScreen.tsx')).StartScreen }));
const RecoveryScreen = lazy(async () => ({ default: (await import('./RecoveryScreen.tsx')).RecoveryScreen }));

/** Opens what is on this computer, as often as another workspace takes its place or it has to be looked at again. */
export function App({ first }: { first: Promise<Started> }) {
  const host = useHost();
  const [{ attempt, opening }, setOpening] = useState({ attempt: 1, opening: first });
  const reopen = (): void => {
    void opening.then(letGo);
    setOpening({ attempt: attempt + 1, opening: startUp(host) });
  };
  return (
    <PageBoundary key={attempt}>
      <Suspense fallback={<Opening />}>
        <Opened opening={opening} onReopen={reopen} />
      </Suspense>
    </PageBoundary>
  );
}

/** The screen that belongs to what was found. */
function Opened({ opening, onReopen }: { opening: Promise<Started>; onReopen: () => void }) {
  const started = use(opening);
  switch (started.kind) {
    case 'ready':
      return (
        <StoreProvider value={started.place.store}>
          <WorkspaceFiles place={started.place} onOpened={onReopen}>
            <Shell markerFailure={started.markerFailure} onReopen={onReopen} />
          </WorkspaceFiles>
        </StoreProvider>
      );
    case 'empty':
      return (
        <WorkspaceFiles place={started.place} onOpened={onReopen}>
          <StartScreen database={started.place.database} markerFailure={started.markerFailure} onStarted={onReopen} />
          <Usable />
        </WorkspaceFiles>
      );
    case 'problem':
      return (
        <WorkspaceFiles place={started.place} onOpened={onReopen}>
          <RecoveryScreen problem={started.problem} goOnIn={started.place.database} onReopen={onReopen} />
          <Usable />
        </WorkspaceFiles>
      );
    default:
      return unreachable(started);
  }
}

function Opening() {
  return (
    <Center component="output" h="100dvh" className="waiting">
      <Text c="dimmed">Opening the workspace…</Text>
    </Center>
  );
}
