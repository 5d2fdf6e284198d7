import { formatLocalDate } from '../../../../shared/domain/time/localDate.ts';
import { formatPounds } from '../../../../shared/domain/basics/money.ts';
import type { TurnoverYear } from '../../../../shared/domain/organisation/organisation.ts';
import classes from './organisation.module.css';

const height = 72;
const barWidth = 28;
const gap = 12;

/** The years side by side, oldest first, for who would rather look. */
export function TurnoverChart({ years }: { readonly years: readonly TurnoverYear[] }) {
  const most = Math.max(1, ...years.map(({ turnover }) => turnover));
  const text = years.map(({ yearEnd, turnover }) => `year to ${formatLocalDate(yearEnd)} ${formatPounds(turnover)}`);
  return (
    <svg width={years.length * (barWidth + gap)} height={height + 18} className={classes['chart']}>
      <title>{`Turnover by year: ${text.join('; ')}`}</title>
      {years.map(({ id, yearEnd, turnover }, index) => {
        const bar = Math.max(1, (turnover / most) * height);
        return (
          <g key={id} transform={`translate(${index * (barWidth + gap)} 0)`}>
            <rect y={height - bar} width={barWidth} height={bar} />
            <text x={barWidth / 2} y={height + 14} textAnchor="middle">
              {yearEnd.slice(0, 4)}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
