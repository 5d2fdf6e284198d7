import { Button } from '@mantine/core';
import { Link } from 'react-router';
import type { CapabilityMatrix } from '../../store/queries/capabilities.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { StarterList } from './StarterList.tsx';

/** Stands where the matrix or the heat map would be, while it has no rows or no columns. */
export function NothingToShow({ matrix: { capabilities } }: { readonly matrix: CapabilityMatrix }) {
  return capabilities.length === 0 ? (
    <EmptyState sentence="Here every organisation meets every capability: who delivers, who leads, where nobody does. It needs a list of capabilities first.">
      <StarterList />
      <Button component={Link} to="/capabilities?new=1" variant="default">
        Write your own
      </Button>
    </EmptyState>
  ) : (
    <EmptyState sentence="Here every organisation meets every capability. The capabilities are there; the organisations are missing.">
      <Button component={Link} to="/organisations?new=1">
        New organisation
      </Button>
      <Button component={Link} to="/open-sample" variant="default">
        Open the sample workspace
      </Button>
    </EmptyState>
  );
}
