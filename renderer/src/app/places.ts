import {
  IconBuildingCommunity,
  IconFileSearch,
  IconGridDots,
  IconHistory,
  IconHome,
  IconPuzzle,
  IconSettings,
} from '@tabler/icons-react';

/** Where one can be, in the order of the side bar; `key` goes there after G. */
export const places = [
  { path: '/', label: 'Home', key: 'H', icon: IconHome },
  { path: '/tenders', label: 'Tenders', key: 'T', icon: IconFileSearch },
  { path: '/bids', label: 'Bids', key: 'B', icon: IconPuzzle },
  { path: '/organisations', label: 'Organisations', key: 'O', icon: IconBuildingCommunity },
  { path: '/capabilities', label: 'Capabilities', key: 'C', icon: IconGridDots },
  { path: '/activity', label: 'Activity', key: 'A', icon: IconHistory },
  { path: '/settings', label: 'Settings', key: 'S', icon: IconSettings },
] as const;
