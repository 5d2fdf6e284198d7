import { NavLink, Outlet } from 'react-router';
import classes from './TenderPlace.module.css';

/** The views of the place where tenders are: what the team watches, what is published, what is due. */
export function TenderPlace() {
  return (
    <div className={classes['place']}>
      <nav aria-label="Views of tenders" className={classes['views']}>
        <NavLink to="/tenders" end className={classes['view'] ?? ''}>
          Pipeline
        </NavLink>
        <NavLink to="/tenders/notices" className={classes['view'] ?? ''}>
          Notices
        </NavLink>
        <NavLink to="/tenders/deadlines" className={classes['view'] ?? ''}>
          Deadlines
        </NavLink>
      </nav>
      <Outlet />
    </div>
  );
}
