import '@mantine/spotlight/styles.css';
import { Kbd } from '@mantine/core';
import { createSpotlight, Spotlight, type SpotlightActionGroupData } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import { useBids } from '../store/queries/bids.ts';
import { useDirectory } from '../store/queries/directory.ts';
import { useTenders } from '../store/queries/tenders.ts';
import { useToday } from '../ui/useToday.ts';
import type { Action } from './actions.ts';
import { matchActions, matchBids, matchOrganisations, matchTenders } from './paletteMatches.ts';

const [palette, { open }] = createSpotlight();

/** Finds places, commands, tenders, bids and organisations by what is typed. */
export function CommandPalette({ actions, onClose }: { actions: readonly Action[]; onClose: () => void }) {
  const [query, setQuery] = useState('');
  const navigate = useNavigate();
  const { summaries } = useDirectory(useToday());
  const { summaries: bids } = useBids();
  const { summaries: tenders } = useTenders();
  useEffect(() => open(), []);

  const groups = useMemo<SpotlightActionGroupData[]>(() => {
    const found = matchActions(actions, query).map(({ id, group, label, keys, run }) => ({
      id,
      group,
      label,
      rightSection: keys[0] !== undefined && <Kbd size="xs">{keys[0]}</Kbd>,
      onClick: run,
    }));
    const organisations = matchOrganisations(summaries, query).map(({ id, name, identifier, postcode }) => ({
      id,
      label: name,
      description: [identifier, postcode].filter((part) => part !== '').join(' · '),
      onClick: () => void navigate(`/organisations/${id}`),
    }));
    const matchingBids = matchBids(bids, query).map(({ id, name }) => ({
      id,
      label: name,
      onClick: () => void navigate(`/bids/${id}/overview`),
    }));
    const matchingTenders = matchTenders(tenders, query).map(({ id, title, buyer }) => ({
      id,
      label: title || 'Untitled tender',
      description: buyer,
      onClick: () => void navigate(`/tenders/${id}`),
    }));
    return [
      { group: 'Tenders', actions: matchingTenders },
      { group: 'Bids', actions: matchingBids },
      { group: 'Organisations', actions: organisations },
      { group: 'Go to', actions: found.filter(({ group }) => group === 'Go to') },
      { group: 'Do', actions: found.filter(({ group }) => group === 'Do') },
    ].filter(({ actions }) => actions.length > 0);
  }, [actions, summaries, bids, tenders, query, navigate]);

  // Enter takes the first, even where that was found after the last letter, unless an arrow key went to another.
  useEffect(() => {
    const selected = document.querySelector('[data-action][data-selected]');
    if (query === '' || (selected !== null && palette.getState().selected > 0)) return;
    selected?.removeAttribute('data-selected');
    document.querySelector('[data-action]')?.setAttribute('data-selected', 'true');
    palette.updateState((state) => ({ ...state, selected: 0 }));
  });

  return (
    <Spotlight
      store={palette}
      actions={groups}
      // What matches was chosen above: the palette's own filter knows neither accents nor spaces in numbers.
      filter={() => groups}
      query={query}
      onQueryChange={setQuery}
      onSpotlightClose={onClose}
      shortcut={null}
      attributes={{ content: { 'aria-label': 'Search and commands' } }}
      centered={false}
      // Gone at once: the next key may already be meant for the page.
      transitionProps={{ duration: 0 }}
      overlayProps={{ backgroundOpacity: 0.35, blur: 0 }}
      nothingFound="Nothing here has that name. Escape closes this."
      searchProps={{
        leftSection: <IconSearch size={18} stroke={1.5} aria-hidden />,
        placeholder: 'A bid, an organisation, a number, a place, a command',
        'aria-label': 'Search and commands',
      }}
    />
  );
}
