import { useLiveQuery } from 'dexie-react-hooks';
import { createContext, useCallback, useContext, useSyncExternalStore } from 'react';
import { type FreezeReason, type Store, watchHealth, type WriteFailure } from './store.ts';

const StoreContext = createContext<Store | null>(null);

export const StoreProvider = StoreContext.Provider;

export function useStore(): Store {
  const store = useContext(StoreContext);
  if (store === null) throw new Error('useStore outside an open workspace');
  return store;
}

/** A live read of the store: it runs again whenever what it read has changed, in this window or another. `first` until it has run. */
export function useStoreQuery<T>(
  read: (store: Store) => Promise<T>,
  deps: readonly unknown[],
  first?: T,
): T | undefined {
  const store = useStore();
  return useLiveQuery<T | undefined, T | undefined>(() => read(store), [store, ...deps], first);
}

/** Why writing has stopped, or `null` while all is well. */
export function useFrozen(): FreezeReason | null {
  return useHealth((store) => store.frozen);
}

/** Why the last command could not be stored, or `null` where it was. */
export function useWriteFailure(): WriteFailure | null {
  return useHealth((store) => store.writeFailure);
}

function useHealth<T>(read: (store: Store) => T): T {
  const store = useStore();
  const subscribe = useCallback((watcher: () => void) => watchHealth(store, watcher), [store]);
  return useSyncExternalStore(subscribe, () => read(store));
}
