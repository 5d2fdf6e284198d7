import { useCallback } from 'react';
import { useNavigate, useSearchParams } from 'react-router';

/** Which row of a list stands open beside it, by the address: `?at=` and its id. The function stays the same one. */
export function useChosenRow(): readonly [string | null, (id: string | null) => void] {
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const choose = useCallback(
    (id: string | null): void =>
      void navigate({ search: id === null ? '' : `?at=${encodeURIComponent(id)}` }, { replace: true }),
    [navigate],
  );
  return [search.get('at'), choose];
}
