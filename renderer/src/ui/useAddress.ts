import { startTransition, useCallback, useOptimistic } from 'react';
import { type NavigateOptions, useSearchParams } from 'react-router';

type ChangeAddress = (next: (now: URLSearchParams) => URLSearchParams, options?: NavigateOptions) => void;

/**
 * The query of the address, for controls that live in it. The router lets a page follow its address when there is time;
 * here a change shows at once, and one made before the page has followed the last takes nothing back. `next` is given a
 * copy that it may change.
 */
export function useAddress(): readonly [query: URLSearchParams, change: ChangeAddress] {
  const [followed, setFollowed] = useSearchParams();
  const [query, showAhead] = useOptimistic(followed);
  const change = useCallback<ChangeAddress>(
    (next, options) => {
      const changed = next(new URLSearchParams(query));
      startTransition(() => {
        showAhead(changed);
        setFollowed(changed, options);
      });
    },
    [query, showAhead, setFollowed],
  );
  return [query, change];
}
