import type { HistoryEntry } from '../history.ts';
import type { Person } from './person.ts';
import { rewriterFor } from './rewrite.ts';

/** A file that left Muster while it held a person's data, as far as the history tells. */
export interface Copy {
  readonly kind: 'workspace' | 'export' | 'document';
  readonly name: string;
  readonly at: string;
}

const labels: readonly (readonly [Copy['kind'], RegExp])[] = [
  ['workspace', /^Saved the workspace to (.+)$/],
  ['workspace', /^Handed the workspace to the browser as (.+)$/],
  ['workspace', /^Opened (.+)$/],
  ['workspace', /^Added .+ from (.+\.muster)$/],
  ['export', /^Exported .+ to (.+)$/],
];

/**
 * The files that may still hold a person, the newest first: what was saved, opened or exported since the history first names
 * them. Whom the first entry about them found there already has come from a file, and all files may hold them.
 */
export function copiesOf(history: readonly HistoryEntry[], person: Person): readonly Copy[] {
  const rewriter = rewriterFor(person);
  const at = history.findIndex((entry) => isNamed((found) => rewriter.entry(entry, found)));
  const wasThere = (history[at]?.changes ?? []).some(({ table, id, before }) =>
    isNamed((found) => rewriter.row(table, id, before, found)),
  );
  const first = at === -1 || wasThere ? 0 : at;
  const copies = history.slice(first).flatMap(({ at, label, exported, kind }): readonly Copy[] => {
    if (exported !== undefined) return [{ kind: 'document', name: exported.name, at }];
    for (const [what, pattern] of labels) {
      const name = kind === 'fact' || what === 'workspace' ? pattern.exec(label)?.[1] : undefined;
      if (name !== undefined) return [{ kind: what, name, at }];
    }
    return [];
  });
  return copies.reverse();
}

/** Whether a look through something comes upon the person. */
function isNamed(look: (found: () => false) => unknown): boolean {
  let named = false;
  look(() => {
    named = true;
    return false;
  });
  return named;
}
