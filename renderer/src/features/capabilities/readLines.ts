import type { Capability } from '../../../../shared/domain/capability/capability.ts';
import { foldText } from '../../../../shared/domain/basics/foldText.ts';
import { newId } from '../../store/newId.ts';

type Written = Omit<Capability, 'id'>;

/**
 * Reads capabilities as people list them: one a line, the description after a tab or a dash with spaces around it, and a
 * line that ends with a colon names the group of those below. Bullets and numbers before a name are left out.
 */
export function readLines(text: string): readonly Written[] {
  const found: Written[] = [];
  let group = '';
  for (const line of text.split(/\r?\n/)) {
    const plain = line.replace(/^\s*(?:[-*•·]|\d{1,3}[.)])\s+/, '').trim();
    if (plain.endsWith(':')) group = plain.slice(0, -1).trim();
    else if (plain !== '') {
      const [name = '', description = ''] = splitOnce(plain);
      found.push({ name, group, description });
    }
  }
  return found;
}

/** Those of `written` that are not known under their name, each once, with ids. */
export function newCapabilities(written: readonly Written[], known: readonly Capability[]): readonly Capability[] {
  const names = new Set(known.map(({ name }) => foldText(name)));
  return written.flatMap((one) => {
    const name = foldText(one.name);
    if (names.has(name)) return [];
    names.add(name);
    return [{ id: newId(), ...one }];
  });
}

function splitOnce(line: string): readonly string[] {
  const at = /\t+| [-–—] /.exec(line);
  return at === null ? [line] : [line.slice(0, at.index).trim(), line.slice(at.index + at[0].length).trim()];
}
