import type { Host } from '../../../../shared/host/host.ts';
import type { UnreachedFile } from '../../safekeeping/keptFiles.ts';
import { oldDatabases } from '../../store/databases.ts';
import type { Store } from '../../store/store.ts';

/** What else on this computer may hold a person: files that are rewritten, and what cannot be reached. */
export interface CopiesHere {
  /** How many files are looked through and rewritten. */
  readonly files: number;
  readonly left: readonly UnreachedFile[];
}

export async function copiesHere(host: Host, store: Store): Promise<CopiesHere> {
  const left: UnreachedFile[] = [];
  let files = 0;
  for (const folder of ['journal', 'snapshots', 'setAside'] as const) {
    const listed = await host.listFiles(folder);
    if (listed.kind === 'listed') files += listed.files.length;
  }
  const second = await host.secondFolder();
  if (second.kind === 'chosen' && second.state !== 'ready') {
    left.push({ name: second.name, why: 'the second folder, which is not connected or not allowed' });
  }
  for (let old = (await oldDatabases([store.db.name])).length; old > 0; old -= 1) {
    left.push({ name: 'A database no longer in use', why: 'kept as it was; Settings removes it' });
  }
  if ((await host.info()).shell === 'browser') {
    const why =
      'they may hold what was on the screen; Muster cannot see or remove them, the settings of the browser can';
    left.push({ name: 'What the browser keeps of its own crashes', why });
  }
  const dead = await host.listFiles('deadDatabases');
  if (dead.kind === 'listed' && dead.files.length > 0) {
    left.push({ name: 'A damaged database that was set aside', why: 'nothing can look into it; Settings removes it' });
  }
  return { files, left };
}
