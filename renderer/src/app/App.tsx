import { Center, Text } from '@mantine/core';
import { lazy, Suspense, useEffect, useEffectEvent, useState } from 'react';
import { unreachable } from '../../../shared/domain/basics/result.ts';
import { WorkspaceFiles } from '../features/workspace/WorkspaceFiles.tsx';
import { useHost } from '../host/HostContext.tsx';
import { KeepingProvider } from '../safekeeping/KeepingContext.tsx';
import { stopIfLeft, watchInUse } from '../safekeeping/inUse.ts';
import { StoreProvider } from '../store/StoreContext.tsx';
import { PageBoundary } from './PageBoundary.tsx';
import { Shell } from './Shell.tsx';
import { StartScreen } from './StartScreen.tsx';
import { letGo, type Started, startUp } from './startUp.ts';
import { Usable } from './Usable.tsx';

const RecoveryScreen = lazy(async () => ({ default: (await import('./RecoveryScreen.tsx')).RecoveryScreen }));

interface AppProps {
  readonly opening: Promise<Started>;
  /** What `opening` led to, where it already has: a screen that waits for nothing is there at once. */
  readonly opened: Started | null;
}

/** Shows what is on this computer, as often as another workspace takes its place or it has to be looked at again. */
export function App({ opening, opened }: AppProps) {
  const host = useHost();
  const [{ attempt, started }, setOpened] = useState({ attempt: 1, started: opened });
  useEffect(() => {
    if (opened === null) void opening.then((first) => setOpened({ attempt: 1, started: first }));
  }, [opening, opened]);

  const reopen = (): void => {
    const found = started === null ? null : letGo(started);
    const next = attempt + 1;
    setOpened({ attempt: next, started: found });
    if (found === null) void startUp(host).then((again) => setOpened({ attempt: next, started: again }));
  };
  const onInUse = useEffectEvent((database: string): void => {
    if (started?.kind === 'ready') stopIfLeft(started.place.store, database);
    // Nothing is open here that could be kept: what the other window did is shown.
    else if (started !== null) reopen();
  });
  useEffect(() => watchInUse(onInUse), []);
  return (
    <PageBoundary key={attempt}>
      <Suspense fallback={<Opening />}>
        {started === null ? <Opening /> : <Opened started={started} onReopen={reopen} />}
      </Suspense>
    </PageBoundary>
  );
}

/** The screen that belongs to what was found. */
function Opened({ started, onReopen }: { started: Started; onReopen: () => void }) {
  switch (started.kind) {
    case 'ready':
      return (
        <StoreProvider value={started.place.store}>
          <KeepingProvider value={started.keeping}>
            <WorkspaceFiles place={started.place} onOpened={onReopen}>
              <Shell first={started.state} markerFailure={started.markerFailure} onReopen={onReopen} />
            </WorkspaceFiles>
          </KeepingProvider>
        </StoreProvider>
      );
    case 'empty':
      return (
        <WorkspaceFiles place={started.place} onOpened={onReopen}>
          <StartScreen place={started.place} markerFailure={started.markerFailure} onStarted={onReopen} />
          <Usable />
        </WorkspaceFiles>
      );
    case 'problem':
      return (
        <WorkspaceFiles place={started.place} onOpened={onReopen}>
          <RecoveryScreen problem={started.problem} place={started.place} onReopen={onReopen} />
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
