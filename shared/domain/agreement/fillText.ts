import type { Mend } from '../document/documentProblem.ts';
import type { Inline } from '../document/document.ts';

/** A fact that a text may name in braces. Where `text` is missing the placeholder stands in brackets instead. */
export interface Slot {
  readonly text: string | null;
  readonly placeholder: string;
  /** What somebody must answer to fill it. */
  readonly question: string;
  readonly mend: Mend;
}

export type Slots = Readonly<Record<string, Slot>>;

export interface Filled {
  readonly content: readonly Inline[];
  /** The slots that were left open. */
  readonly open: readonly Slot[];
}

/** Fills `{name}` from the slots and turns `{#key}` into a cross-reference. A name nobody knows stays open, under itself. */
export function fillText(text: string, slots: Slots): Filled {
  const open: Slot[] = [];
  const content = text.split(/(\{#?\w+\})/).flatMap((piece): readonly Inline[] => {
    const [, mark, name] = /^\{(#?)(\w+)\}$/.exec(piece) ?? [];
    if (name === undefined) return piece === '' ? [] : [{ kind: 'text', text: piece }];
    if (mark === '#') return [{ kind: 'reference', key: name }];
    const slot = slots[name] ?? unknownSlot(name);
    if (slot.text !== null) return [{ kind: 'text', text: slot.text }];
    open.push(slot);
    return [{ kind: 'placeholder', text: slot.placeholder }];
  });
  return { content, open };
}

function unknownSlot(name: string): Slot {
  return {
    text: null,
    placeholder: name,
    question: `The clause texts ask for "${name}", which Muster does not know.`,
    mend: { record: 'bid', field: 'members' },
  };
}
