import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Keeping, KeepingState } from './keeping.ts';

const KeepingContext = createContext<Keeping | null>(null);

export const KeepingProvider = KeepingContext.Provider;

export function useKeeping(): Keeping {
  const keeping = useContext(KeepingContext);
  if (keeping === null) throw new Error('useKeeping outside an open workspace');
  return keeping;
}

export function useKeepingState(): KeepingState {
  const keeping = useKeeping();
  return useSyncExternalStore(keeping.watch, keeping.state);
}
