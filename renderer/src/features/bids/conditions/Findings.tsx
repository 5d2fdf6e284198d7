import type { Judgement, Verdict } from '../../../../../shared/domain/bid/judgement.ts';
import { Mark, type Tone } from '../../../ui/Mark.tsx';
import rows from '../rows.module.css';

const tones: Readonly<Record<Verdict, Tone>> = { pass: 'pass', committed: 'soon', unknown: 'unknown', fail: 'fail' };

/** What a judgement is made of: what was entered, and each record that was compared. */
export function Findings({ judgement }: { readonly judgement: Judgement }) {
  return (
    <ul className={rows['findings']} aria-label="What the result is made of">
      {judgement.findings.map(({ verdict, sentence }) => (
        <li key={sentence}>
          <Mark tone={tones[verdict]}>
            <span className={rows['sentence']}>{sentence}</span>
          </Mark>
        </li>
      ))}
    </ul>
  );
}
