import { VisuallyHidden } from '@mantine/core';
import { textDiff } from '../../../../shared/domain/basics/textDiff.ts';
import { Mark } from '../../ui/Mark.tsx';
import classes from './activity.module.css';
import type { ChangeLine } from './describe/describeChange.ts';
import type { Said } from './describe/field.ts';

/** What is different, a field at a time, before and after. */
export function ChangeLines({ lines }: { readonly lines: readonly ChangeLine[] }) {
  return (
    <dl className={classes['lines']}>
      {lines.map((line) => (
        <div key={line.where.join(' › ')} className={classes['line']}>
          <dt>{line.where.join(' › ')}</dt>
          <Sides {...line} />
        </div>
      ))}
    </dl>
  );
}

function Sides({ before, after }: ChangeLine) {
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
  return (
    <>
      {before !== null && (
        <dd data-side="before">
          <span className={classes['side']}>before</span>
          <Value said={before} />
        </dd>
      )}
      {after !== null && (
        <dd data-side="after">
          <span className={classes['side']}>after</span>
          <Value said={after} />
        </dd>
      )}
      {before !== null && after === null && <VisuallyHidden component="dd">then taken away</VisuallyHidden>}
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
