import { plain, type Block, type Inline } from '../document/document.ts';
import type { Share } from '../bid/shares.ts';
import type { AgreementInput } from './agreementFacts.ts';
import type { OpenPlace } from './assembleClauses.ts';
import type { Slot } from './fillText.ts';
import type { Party } from './parties.ts';
import type { LocalDate } from '../time/localDate.ts';
import type { HolidayCalendar } from '../time/workingDays.ts';

/** What the schedules are made from: the input, and the parties, the lead first. */
export interface ScheduleInput extends AgreementInput {
  readonly parties: readonly Party[];
  readonly jointAndSeveral: boolean;
  readonly today: LocalDate;
  readonly holidays: HolidayCalendar;
}

export function scheduleHeading(key: string, text: string): Block {
  return { kind: 'heading', series: 'schedule', level: 1, text, key };
}

export function bodyText(text: string): Block {
  return { kind: 'paragraph', role: 'body', content: plain(text) };
}

/** Collects cells that are open, each once as a placeholder in its place and once as an open point. */
export function openCells(within: string) {
  const open: OpenPlace[] = [];
  const cell = (text: string | null, placeholder: string, question: string, mend: Slot['mend']): readonly Inline[] => {
    if (text !== null && text.trim() !== '') return plain(text.trim());
    open.push({ text: null, placeholder, question, mend, within });
    return [{ kind: 'placeholder', text: placeholder }];
  };
  return { open, cell };
}

/** A sentence that introduces the table after it. */
export function introText(text: string): Block {
  return { kind: 'paragraph', role: 'intro', content: plain(text) };
}

/** Shares in the order of the parties, the lead first. */
export function inPartyOrder({ parties }: ScheduleInput, shares: readonly Share[]): readonly Share[] {
  const places = new Map(parties.map(({ organisation }, place) => [organisation.id, place]));
  return shares
    .filter(({ organisationId }) => places.has(organisationId))
    .toSorted((a, b) => (places.get(a.organisationId) ?? 0) - (places.get(b.organisationId) ?? 0));
}

export function nameOf({ parties }: ScheduleInput, id: string): string {
  return parties.find(({ organisation }) => organisation.id === id)?.organisation.name ?? '';
}
