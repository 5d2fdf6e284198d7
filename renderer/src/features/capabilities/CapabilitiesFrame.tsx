import type { ReactNode } from 'react';
import { NavLink } from 'react-router';
import { PageHeading } from '../../ui/PageHeading.tsx';
import classes from './capabilities.module.css';

const views = [
  { to: '/capabilities', label: 'Taxonomy' },
  { to: '/capabilities/matrix', label: 'Matrix' },
  { to: '/capabilities/heat-map', label: 'Heat map' },
];

interface CapabilitiesFrameProps {
  readonly title: string;
  readonly remark: string;
  readonly tools?: ReactNode;
  readonly children: ReactNode;
}

/** What the three views of capabilities have in common: where one is, how much there is, what one can do. */
export function CapabilitiesFrame({ title, remark, tools, children }: CapabilitiesFrameProps) {
  return (
    <div className={classes['page']}>
      <div className={classes['head']}>
        <PageHeading title={title} />
        <nav aria-label="Views of the capabilities" className={classes['views']}>
          {views.map(({ to, label }) => (
            <NavLink key={to} to={to} end className={classes['view'] ?? ''}>
              {label}
            </NavLink>
          ))}
        </nav>
        <output className={classes['remark']}>{remark}</output>
        <div className={classes['tools']}>{tools}</div>
      </div>
      {children}
    </div>
  );
}
