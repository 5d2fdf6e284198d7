import { useEffect } from 'react';
import { useSearchParams } from 'react-router';
import { focusSection } from '../../ui/Section.tsx';

/** The address may name the section to begin in: `?at=shares`. */
export function useFocusAskedFor(): void {
  const [search] = useSearchParams();
  const at = search.get('at');
  useEffect(() => {
    if (at !== null) focusSection(at);
  }, [at]);
}
