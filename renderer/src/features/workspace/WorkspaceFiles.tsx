import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import sampleAddress from '../../../../resources/sample.muster?url';
import type { OpenOutcome } from '../../../../shared/host/host.ts';
import { joinedWords } from '../../../../shared/domain/basics/joinedWords.ts';
import { isProtected } from '../../../../shared/workspace/protection.ts';
import type { RefusalSentence } from '../../../../shared/workspace/refusal.ts';
import { failureSentence } from '../../host/failureSentence.ts';
import { useHost } from '../../host/HostContext.tsx';
import { holdsNothing } from '../../store/queries/workspace.ts';
import type { Place } from '../../safekeeping/inUse.ts';
import type { KeptState } from '../../safekeeping/keptStates.ts';
import { notifyDone, notifyProblem } from '../../ui/notify.ts';
import { useAfterPaint } from '../../ui/useAfterPaint.ts';
import type { Inspected } from '../../workers/workspaceJobs.ts';
import { formatInstant } from '../../ui/time.ts';
import { bringBackState } from './backups/bringBackState.ts';
import { FileDialog, type FileStage } from './FileDialog.tsx';
import { recordsIn } from './recordsIn.ts';
import { OpenedNotice } from './OpenedNotice.tsx';
import { addAsCopy, inspectFile, replaceWorkspace, unlockFile } from './openWorkspace.ts';
import { ProtectDialog } from './ProtectDialog.tsx';
import { saveWorkspace } from './saveWorkspace.ts';
import { useAddressCommands } from './useAddressCommands.ts';
import { useFileDrop } from './useFileDrop.ts';
import { DropHint } from './DropHint.tsx';
import { type NamedFile, type WorkspaceFileActions, WorkspaceFilesContext } from './workspaceFilesContext.ts';

interface WorkspaceFilesProps {
  readonly place: Place;
  /** Another workspace has taken this place; it is to be opened from the start. */
  readonly onOpened: () => void;
  readonly children: ReactNode;
}

/** Saving and opening workspace files, for everything below it: buttons, keys, addresses, files dropped on the window. */
export function WorkspaceFiles({ place, onOpened, children }: WorkspaceFilesProps) {
  const host = useHost();
  const navigate = useNavigate();
  const isPainted = useAfterPaint();
  const [stage, setStage] = useState<FileStage | null>(null);
  /** What has been typed where a passphrase for a new file is asked for; `null` where none is. */
  const [newPassphrase, setNewPassphrase] = useState<string | null>(null);
  const running = useRef<Promise<void> | null>(null);

  const { actions, saveWith } = useMemo(() => {
    /** One at a time: a second save or open while one is under way is a slip of the hand. */
    const exclusively = async (work: () => Promise<void>): Promise<void> => {
      if (running.current !== null) return;
      running.current = work();
      try {
        await running.current;
      } finally {
        running.current = null;
      }
    };

    const replace = async (file: NamedFile, { bytes }: Inspected): Promise<void> => {
      setStage({ kind: 'replacing', file });
      const replaced = await replaceWorkspace(place, host, file, bytes);
      if (replaced.kind !== 'opened') return setStage(replaced.kind === 'cancelled' ? null : { ...replaced, file });
      setStage(null);
      notifyDone(`Opened ${file.name}`, <OpenedNotice setAside={replaced.setAside} />);
      await navigate('/', { replace: true });
      onOpened();
    };

    const add = async (file: NamedFile, inspected: Inspected): Promise<void> => {
      if (place.kind !== 'workspace') return;
      setStage(null);
      const added = await addAsCopy(place.store, host, file, inspected.bytes);
      if (added.kind === 'notOpened') setStage({ ...added, file });
      if (added.kind === 'added') {
        notifyDone(`Added ${recordsIn(inspected)} from ${file.name}`, 'Undo takes them all out again.');
      }
    };

    const open = async (file: NamedFile, cancelling = new AbortController()): Promise<void> => {
      if (isProtected(file.bytes)) return askForPassphrase(file, null);
      const inspected = await inspectFile(place, file, cancelling);
      if (inspected.kind === 'cancelled') return setStage(null);
      if (inspected.kind === 'notOpened') return setStage({ ...inspected, file });
      // Nothing is lost where nothing was, so nothing is asked.
      if (place.kind !== 'workspace' || (await holdsNothing(place.store))) return replace(file, inspected);
      setStage({
        kind: 'offered',
        file,
        inspected,
        onReplace: () => void exclusively(() => replace(file, inspected)),
        onAdd: () => void exclusively(() => add(file, inspected)),
      });
    };

    const askForPassphrase = (file: NamedFile, problem: RefusalSentence | null): void =>
      setStage({
        kind: 'locked',
        file,
        problem,
        work: null,
        onTry: (passphrase) => void exclusively(() => unlock(file, passphrase)),
      });

    const unlock = async (file: NamedFile, passphrase: string): Promise<void> => {
      const cancelling = new AbortController();
      const onProgress = (done: number) =>
        setStage({ kind: 'locked', file, problem: null, work: { done, cancel: () => cancelling.abort() } });
      onProgress(0);
      const unlocked = await unlockFile(file, passphrase, { onProgress, signal: cancelling.signal });
      if (unlocked.kind === 'again') return askForPassphrase(file, unlocked.sentence);
      if (unlocked.kind === 'cancelled') return setStage(null);
      if (unlocked.kind === 'notOpened') return setStage({ ...unlocked, file });
      await open({ ...file, bytes: unlocked.bytes }, cancelling);
    };

    const openOutcome = async (outcome: OpenOutcome, from: NamedFile['from']): Promise<void> => {
      if (outcome.kind === 'failed') notifyProblem('The file was not opened', failureSentence(outcome));
      if (outcome.kind === 'opened') await open({ name: outcome.name, bytes: outcome.bytes, from });
    };

    const bringBack = async (state: KeptState): Promise<void> => {
      const file = { name: `${state.workspaceName}, ${formatInstant(state.at)}` };
      setStage({ kind: 'replacing', file });
      const back = await bringBackState(host, place, state);
      if (back.kind === 'notOpened') return setStage({ ...back, file });
      setStage(null);
      notifyDone(
        `Brought back ${state.workspaceName}`,
        [
          `As it was ${formatInstant(state.at)}.`,
          ...(back.missing.length === 0
            ? []
            : [`Attach again what is kept nowhere any more: ${joinedWords(back.missing)}.`]),
          ...(back.heldAgain.length === 0
            ? []
            : [`It holds ${joinedWords(back.heldAgain)} again, whose data was erased since: erase it from Home.`]),
          back.isPresentKept === true ? 'What was open before is kept.' : '',
          back.isPresentKept === false
            ? 'What was open before could not be backed up. Its database stays: do not remove it in Settings.'
            : '',
        ]
          .filter(Boolean)
          .join(' '),
      );
      await navigate('/', { replace: true });
      onOpened();
    };

    const openSetAside = async (name: string): Promise<void> => {
      const read = await host.readFile('setAside', name, 0);
      await openOutcome(read.kind === 'read' ? { kind: 'opened', name, bytes: read.bytes } : read, 'setAside');
    };

    const actions: WorkspaceFileActions = {
      save: async () => {
        if (place.kind !== 'workspace') return;
        const { store } = place;
        await exclusively(async () => void (await saveWorkspace(store, host, null)));
      },
      saveProtected: () => {
        if (place.kind === 'workspace') setNewPassphrase('');
      },
      choose: () => exclusively(async () => openOutcome(await host.openFile('workspace'), 'disk')),
      open: (file) => exclusively(() => open(file)),
      openSample: () => exclusively(async () => open(await sample())),
      bringBack: (name) => exclusively(async () => openSetAside(name)),
      bringBackState: (state) => exclusively(() => bringBack(state)),
      takeOpened: async () => {
        // Asked for at every focus of the window: to look is not to be busy, or the click that gave the focus would do nothing.
        const outcome = await host.takeOpenedFile();
        if (outcome.kind === 'cancelled') return;
        while (running.current !== null) await running.current.catch(() => undefined);
        await exclusively(() => openOutcome(outcome, 'disk'));
      },
    };

    const saveWith = (passphrase: string): void => {
      if (place.kind !== 'workspace') return;
      const { store } = place;
      void exclusively(async () => {
        setNewPassphrase(null);
        // What was typed is not to be typed again because the disk was full.
        if (!(await saveWorkspace(store, host, passphrase))) setNewPassphrase(passphrase);
      });
    };
    return { actions, saveWith };
  }, [place, host, navigate, onOpened]);

  useAddressCommands(place, actions);
  const isOver = useFileDrop(actions.open);

  useEffect(() => {
    const take = () => void actions.takeOpened();
    take();
    window.addEventListener('focus', take);
    return () => window.removeEventListener('focus', take);
  }, [actions]);

  return (
    <WorkspaceFilesContext value={actions}>
      {children}
      {isOver && <DropHint />}
      {isPainted && (
        <>
          <FileDialog stage={stage} onClose={() => setStage(null)} />
          <ProtectDialog typed={newPassphrase} onSave={saveWith} onClose={() => setNewPassphrase(null)} />
        </>
      )}
    </WorkspaceFilesContext>
  );
}

async function sample(): Promise<NamedFile> {
  const answer = await fetch(sampleAddress);
  return { name: 'sample.muster', from: 'sample', bytes: new Uint8Array(await answer.arrayBuffer()) };
}
