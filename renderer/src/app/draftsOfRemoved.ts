import { idsGone } from '../../../shared/rows/idsGone.ts';
import type { Store } from '../store/store.ts';
import { removeDraftsWhere } from '../ui/draftStorage.ts';

/** Takes away what was being typed into records, and parts of them, that a command has just removed: nobody would look for it there. */
export async function removeDraftsOfRemoved({ db }: Store, seq: number): Promise<void> {
  const entry = await db.history.get(seq).catch(() => undefined);
  const gone = [...idsGone(entry?.changes ?? [])];
  if (gone.length > 0) removeDraftsWhere((name) => gone.some((id) => name.includes(id)));
}
