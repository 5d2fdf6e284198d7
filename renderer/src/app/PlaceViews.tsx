import { NavLink, Outlet } from 'react-router';
import classes from './PlaceViews.module.css';

interface PlaceViewsProps {
  readonly label: string;
  readonly views: readonly { readonly to: string; readonly label: string }[];
}

/** The views of one place, of which the first is at its own address. */
export function PlaceViews({ label, views }: PlaceViewsProps) {
  return (
    <div className={classes['place']}>
      <nav aria-label={label} className={classes['views']}>
        {views.map(({ to, label: view }, at) => (
          <NavLink key={to} to={to} end={at === 0} className={classes['view'] ?? ''}>
            {view}
          </NavLink>
        ))}
      </nav>
      <Outlet />
    </div>
  );
}

/** What the team watches, what is published, what is due. */
export const tenderViews: PlaceViewsProps = {
  label: 'Views of tenders',
  views: [
    { to: '/tenders', label: 'Pipeline' },
    { to: '/tenders/notices', label: 'Notices' },
    { to: '/tenders/deadlines', label: 'Deadlines' },
  ],
};

/** What was done, and what was removed by it. */
export const activityViews: PlaceViewsProps = {
  label: 'Views of the activity',
  views: [
    { to: '/activity', label: 'Changes' },
    { to: '/activity/trash', label: 'Trash' },
  ],
};
