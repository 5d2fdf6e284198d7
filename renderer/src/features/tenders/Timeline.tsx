import type { Tender } from '../../../../shared/domain/tender/tender.ts';
import { timelineMarks } from './timelineMarks.ts';
import classes from './tenders.module.css';

const laneHeight = 17;

/** The way from the first notice to the award as a line; the table below says the same in words. */
export function Timeline({ tender, now }: { readonly tender: Tender; readonly now: Date }) {
  const marks = timelineMarks(tender, now);
  if (marks.length === 0) return null;
  const lanes = Math.max(...marks.map(({ lane }) => lane)) + 1;
  return (
    <div className={classes['timeline']} style={{ height: lanes * laneHeight + 20 }} aria-hidden>
      <div className={classes['axis']} />
      {marks.map(({ key, label, at, lane, side, kind }) => (
        <div
          key={key}
          className={classes['mark']}
          data-passed={kind === 'passed' || undefined}
          data-today={kind === 'today' || undefined}
          data-side={side}
          style={{ left: `${at * 100}%`, height: (lanes - lane) * laneHeight + 12 }}
        >
          <span className={classes['label']}>{label}</span>
        </div>
      ))}
    </div>
  );
}
