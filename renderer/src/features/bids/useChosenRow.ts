import { useSearchParams } from 'react-router';

/** Which row of a list stands open beside it, by the address: `?at=` and its id. */
export function useChosenRow(): readonly [string | null, (id: string | null) => void] {
  const [search, setSearch] = useSearchParams();
  const choose = (id: string | null): void => {
    setSearch(
      (now) => {
        if (id === null) now.delete('at');
        else now.set('at', id);
        return now;
      },
      { replace: true },
    );
  };
  return [search.get('at'), choose];
}
