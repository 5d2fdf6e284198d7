import type { Condition } from '../../../../../shared/domain/bid/bid.ts';
import type { BidInput } from '../../../../../shared/domain/bid/bidInput.ts';
import type { ConditionText } from '../../../../../shared/domain/tender/tender.ts';
import { foldText } from '../../../../../shared/domain/basics/foldText.ts';

/** What the notice sets and the bid does not hold yet; what all lots bid for have in common stands once, for all of them. */
export function conditionsFromNotice(
  { bid, tender }: Pick<BidInput, 'bid' | 'tender'>,
  newId: () => string,
): readonly Condition[] {
  const lots = tender.lots.filter(({ id }) => bid.lotIds.length === 0 || bid.lotIds.includes(id));
  const held = new Set(bid.conditions.map(({ text }) => keyOf(text)));
  const found = new Map<string, { readonly condition: ConditionText; readonly lotIds: Set<string> }>();
  for (const lot of lots) {
    for (const condition of lot.conditions) {
      const key = keyOf(condition.text);
      if (key === '' || held.has(key)) continue;
      const known = found.get(key);
      if (known === undefined) found.set(key, { condition, lotIds: new Set([lot.id]) });
      else known.lotIds.add(lot.id);
    }
  }
  return [...found.values()].flatMap(({ condition: { kind, text }, lotIds }) => {
    const places = lotIds.size === lots.length ? [null] : [...lotIds];
    return places.map((lotId) => newCondition(newId(), { kind, text, lotId, noticeText: text }));
  });
}

function keyOf(text: string): string {
  return foldText(text).replaceAll(/\s+/g, ' ').trim();
}

/** A condition of which nobody has said yet who meets it. */
export function newCondition(
  id: string,
  known: Partial<Pick<Condition, 'kind' | 'text' | 'lotId' | 'noticeText'>> = {},
): Condition {
  return {
    id,
    lotId: null,
    kind: 'economic',
    text: '',
    metBy: { kind: 'unknown' },
    state: 'unknown',
    proof: '',
    turnover: null,
    combining: 'unknown',
    ...known,
  };
}
