import { startTransition, useCallback, useOptimistic } from 'react';
import { type NavigateOptions, parsePath, useLocation, useSearchParams } from 'react-router';

type ChangeAddress = (next: (now: URLSearchParams) => URLSearchParams, options?: NavigateOptions) => void;

/**
 * The query of the address, for controls that live in it. The router lets a page follow its address when there is time;
 * here a change shows at once, and one made before the page has followed takes nothing back, be it another filter, a row
 * that was opened, or that the page was left. `next` is given a copy that it may change.
 */
export function useAddress(): readonly [query: URLSearchParams, change: ChangeAddress] {
  const { pathname } = useLocation();
  const [followed, setFollowed] = useSearchParams();
  const [query, showAhead] = useOptimistic(followed);
  const change = useCallback<ChangeAddress>(
    (next, options) => {
      const now = parsePath(window.location.hash.slice(1));
      if ((now.pathname ?? '/') !== pathname) return;
      const changed = next(new URLSearchParams(now.search));
      startTransition(() => {
        showAhead(changed);
        setFollowed(changed, options);
      });
    },
    [pathname, showAhead, setFollowed],
  );
  return [query, change];
}
