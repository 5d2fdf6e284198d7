import { confidenceWords, levelWords } from '../../../../shared/domain/capability/capabilityCells.ts';
import { keysOf } from '../../../../shared/domain/basics/keysOf.ts';
import classes from './capabilities.module.css';
import { ConfidenceMark, UnknownMark } from './ConfidenceMark.tsx';

/** What the digits, shades and shapes mean. */
export function Legend() {
  return (
    <ul className={classes['legend']} aria-label="What the signs mean">
      {([0, 1, 2, 3, 4] as const).map((level) => (
        <li key={level}>
          <span className={classes['swatch']} data-tone={level}>
            {level}
          </span>{' '}
          {levelWords[level]}
        </li>
      ))}
      <li>
        <span className={classes['swatch']} data-tone="unknown">
          <UnknownMark />
        </span>{' '}
        unknown
      </li>
      {keysOf(confidenceWords).map((confidence) => (
        <li key={confidence}>
          <ConfidenceMark confidence={confidence} /> {confidenceWords[confidence]}
        </li>
      ))}
    </ul>
  );
}
