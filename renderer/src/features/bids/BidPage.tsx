import { useMemo } from 'react';
import { Navigate, NavLink, Route, Routes, useParams } from 'react-router';
import { NotHere } from '../../parts/Removed.tsx';
import { useBidInput } from '../../store/queries/bids.ts';
import { useStore } from '../../store/StoreContext.tsx';
import { BidHeader } from './BidHeader.tsx';
import { bidTabs } from './bidTabs.tsx';
import classes from './bids.module.css';
import { editsOf } from './edits.ts';

/** One bid in its parts, each under an address of its own. */
export function BidPage() {
  const { id = '' } = useParams();
  const store = useStore();
  const input = useBidInput(id);
  const bid = input?.bid;
  const edits = useMemo(() => (bid === undefined ? null : editsOf(store, bid)), [store, bid]);
  if (input === undefined) return null;
  if (input === null || edits === null) return <NotHere noun="bid" id={id} all={{ to: '/bids', label: 'All bids' }} />;

  return (
    <div className={classes['page']}>
      <BidHeader input={input} />
      <nav aria-label="Parts of the bid" className={classes['tabs']}>
        {bidTabs.map(({ tab, label }) => (
          <NavLink key={tab} to={`/bids/${id}/${tab}`} className={classes['tab'] ?? ''}>
            {label}
          </NavLink>
        ))}
      </nav>
      <Routes>
        {bidTabs.map(({ tab, Part }) => (
          <Route key={tab} path={tab} element={<Part key={id} input={input} edits={edits} />} />
        ))}
        <Route path="*" element={<Navigate to={`/bids/${id}/overview`} replace />} />
      </Routes>
    </div>
  );
}
