import { textDiff } from '../../../../shared/domain/basics/textDiff.ts';
import { Mark } from '../../ui/Mark.tsx';
import classes from './activity.module.css';
import type { ChangeLine } from './describe/describeChange.ts';
import type { Said } from './describe/field.ts';

interface ChangeLinesProps {
  readonly lines: readonly ChangeLine[];
  /** All of a record that came or went, so that not every line of it has to say so. */
  readonly isWhole: boolean;
}

/** What is different, a field at a time, before and after. */
export function ChangeLines({ lines, isWhole }: ChangeLinesProps) {
  return (
    <dl className={classes['lines']}>
      {lines.map((line) => (
        <div key={line.where.join(' › ')} className={classes['line']}>
          <dt>{line.where.join(' › ')}</dt>
          <Sides line={line} isWhole={isWhole} />
        </div>
      ))}
    </dl>
  );
}

function Sides({ line: { before, after }, isWhole }: { readonly line: ChangeLine; readonly isWhole: boolean }) {
  if (before?.kind === 'long' && after?.kind === 'long') {
    return (
      <dd className={classes['text']} dir="auto">
        {textDiff(before.text, after.text).map(({ kind, text }, at) => {
          // oxlint-disable-next-line react/no-array-index-key -- the pieces of one text, which never move
          const key = at;
          if (kind === 'same') return <span key={key}>{text}</span>;
          const Piece = kind === 'added' ? 'ins' : 'del';
          return <Piece key={key}>{text}</Piece>;
        })}
      </dd>
    );
  }
  const [came, went] = [before === null, after === null];
  return (
    <>
      {before !== null && (
        <dd data-side="before">
          {!isWhole && <span className={classes['side']}>{went ? 'removed' : 'before'}</span>}
          <Value said={before} />
        </dd>
      )}
      {after !== null && (
        <dd data-side="after">
          {!isWhole && <span className={classes['side']}>{came ? 'added' : 'after'}</span>}
          <Value said={after} />
        </dd>
      )}
    </>
  );
}

function Value({ said }: { readonly said: Said }) {
  switch (said.kind) {
    case 'unknown':
      return <Mark tone="unknown">unknown</Mark>;
    case 'empty':
      return <span className={classes['nothing']}>empty</span>;
    case 'text':
    case 'long':
      return (
        <span className={classes['value']} dir="auto">
          {said.text}
        </span>
      );
    default:
      return said satisfies never;
  }
}
