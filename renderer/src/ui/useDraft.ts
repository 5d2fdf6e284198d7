import { useEffect, useState, useSyncExternalStore } from 'react';
import { type Draft, type DraftState, openDraft, type Target } from './draft.ts';
import { draftName } from './draftStorage.ts';

const open = new Set<() => Promise<void>>();

/** Stores whatever is being typed anywhere, before something reads the workspace as a whole. */
export async function settleDrafts(): Promise<void> {
  await Promise.all([...open].map((settle) => settle()));
}

/**
 * The draft of one field, as it stands. A component serves one `key` for its whole life, so that typing that belongs to
 * one record never reaches another.
 */
export function useDraft<T>(
  key: string,
  target: Target<T>,
): { readonly state: DraftState<T>; readonly draft: Draft<T> } {
  const [draft] = useState(() => openDraft(key, target));
  const state = useSyncExternalStore(draft.watch, draft.state);

  useEffect(() => draft.follow(target));

  useEffect(() => {
    const onHide = (): void => void draft.settle();
    const onStorage = ({ key, newValue }: StorageEvent): void => {
      const name = key === null || newValue === null ? null : draftName(key);
      if (name !== null) draft.typedElsewhere(name);
    };
    open.add(draft.settle);
    window.addEventListener('storage', onStorage);
    window.addEventListener('pagehide', onHide);
    document.addEventListener('visibilitychange', onHide);
    return () => {
      open.delete(draft.settle);
      window.removeEventListener('storage', onStorage);
      window.removeEventListener('pagehide', onHide);
      document.removeEventListener('visibilitychange', onHide);
      void draft.settle();
    };
  }, [draft]);

  return { state, draft };
}
