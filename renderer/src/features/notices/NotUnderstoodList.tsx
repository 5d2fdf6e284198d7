import { Text } from '@mantine/core';
import type { NotUnderstood } from '../../../../shared/domain/tender/tender.ts';
import { Mark } from '../../ui/Mark.tsx';
import classes from './notices.module.css';

/** What a notice holds and nobody understood, in red: it may change the tender, and only a person can tell. */
export function NotUnderstoodList({ list }: { readonly list: readonly NotUnderstood[] }) {
  if (list.length === 0) return null;
  return (
    <section aria-label="Not understood" role="alert">
      <Text size="sm" component="div">
        <Mark tone="fail">Not understood</Mark>: this notice holds a date, or says that something ends, and Muster
        cannot tell what that changes. Read the notice, and enter by hand what it changes.
      </Text>
      <ul className={classes['list']}>
        {list.map(({ path, words }) => (
          <li key={`${path} ${words}`}>
            “<bdi>{words}</bdi>” ({path})
          </li>
        ))}
      </ul>
    </section>
  );
}
