import { Anchor } from '@mantine/core';
import {
  documentFileName,
  type DocumentKind,
  documentTitles,
  type DocumentVersion,
} from '../../../../../shared/domain/document/documentVersion.ts';
import { unreachable } from '../../../../../shared/domain/basics/result.ts';
import type { Host, SaveOutcome } from '../../../../../shared/host/host.ts';
import type { WordStep } from '../../../../../shared/word/documentToDocx.ts';
import { failureSentence } from '../../../host/failureSentence.ts';
import { recordDocument } from '../../../store/commands/workspace.ts';
import { problemSentence } from '../../../store/problemSentence.ts';
import { readBidInput } from '../../../store/queries/bids.ts';
import { readLastExport } from '../../../store/queries/documents.ts';
import type { Store } from '../../../store/store.ts';
import { startLongWork } from '../../../ui/longWork.tsx';
import { notifyDone, notifyProblem } from '../../../ui/notify.ts';
import { settleDrafts } from '../../../ui/useDraft.ts';
import { crashSentence } from '../../../workers/crashSentence.ts';
import { writeWordFile } from '../../../workers/wordClient.ts';
import type { WordFile } from '../../../workers/wordJobs.ts';
import { draftOf } from './draftOf.ts';
import { layoutDone, layoutSeconds } from './layoutSeconds.ts';

interface Order {
  readonly kind: DocumentKind;
  readonly version: DocumentVersion['kind'];
  readonly bidId: string;
  readonly today: string;
  readonly pageNumbers: boolean;
}

/** Saves a document as a Word file with everything typed so far, and records which version went out. */
export async function saveDocument(store: Store, host: Host, order: Order): Promise<void> {
  const { kind, bidId, today } = order;
  const title = documentTitles[kind];
  await settleDrafts();
  const input = await readBidInput(store, bidId);
  if (input === null) return notifyProblem(`${title}: not saved`, 'The bid has been removed. Undo brings it back.');
  const number = ((await readLastExport(store, bidId, kind))?.version ?? 0) + 1;
  const version: DocumentVersion = { kind: order.version, number };
  const draft = draftOf(kind, input, version, today);
  if (!draft.ok) {
    return notifyProblem(`${title}: not saved`, draft.error.map(({ sentence }) => sentence).join(' '));
  }
  const file = await written(order, draft.value.document);
  if (file === null) return;
  const suggestedName = documentFileName(kind, input.tender.title, version, today);
  const saved = await host.saveFile({ kind: 'document', suggestedName, bytes: file.bytes });
  if (saved.kind === 'cancelled') return;
  if (saved.kind === 'failed') return notifyProblem(`${title}: not saved`, failureSentence(saved));
  const recorded = await recordDocument(store, `${title.toLowerCase()}, ${order.version} ${number},`, {
    document: kind,
    bidId,
    version: number,
    name: saved.name,
    sha256: file.sha256,
  });
  if (!recorded.ok) {
    return notifyProblem('The file is saved, but this was not recorded', problemSentence(recorded.error));
  }
  await sayWhere(host, title, saved);
}

async function written(
  { kind, pageNumbers }: Order,
  document: Parameters<typeof writeWordFile>[0]['document'],
): Promise<WordFile | null> {
  const cancelling = new AbortController();
  const work = startLongWork(`Writing the ${documentTitles[kind].toLowerCase()}`, () => cancelling.abort());
  const expected = layoutSeconds(document);
  let timer: ReturnType<typeof setInterval> | undefined;
  const onStep = (step: WordStep): void => {
    clearInterval(timer);
    work.progress(doneBefore[step]);
    if (step !== 'layingOut') return;
    const start = performance.now();
    const ahead = doneBefore.packing - doneBefore.layingOut;
    timer = setInterval(() => {
      work.progress(doneBefore.layingOut + ahead * layoutDone((performance.now() - start) / 1000, expected));
    }, 500);
  };
  const answer = await writeWordFile({ document, pageNumbers }, { onStep, signal: cancelling.signal });
  clearInterval(timer);
  work.end();
  switch (answer.kind) {
    case 'written':
      return answer;
    case 'cancelled':
      return null;
    case 'crashed':
      notifyProblem('The Word file was not made', `Nothing was changed. ${crashSentence(answer)}`);
      return null;
    default:
      return unreachable(answer);
  }
}

/** Laying out the pages takes most of the time, and says nothing until it is done. */
const doneBefore: Readonly<Record<WordStep, number>> = { writing: 0.05, layingOut: 0.2, packing: 0.9 };

async function sayWhere(host: Host, title: string, saved: Extract<SaveOutcome, { name: string }>): Promise<void> {
  if (saved.kind === 'handedToBrowser') {
    return notifyDone(`Handed to the browser as ${saved.name}`, 'Check in its list of downloads that it arrived.');
  }
  const { canReveal } = await host.info();
  notifyDone(
    `${title}: saved as ${saved.name}`,
    canReveal ? (
      <Anchor component="button" type="button" size="sm" onClick={() => void show(host, saved.token)}>
        Show in folder
      </Anchor>
    ) : null,
  );
}

async function show(host: Host, token: string): Promise<void> {
  const shown = await host.reveal(token);
  if (shown.kind === 'failed') notifyProblem('The folder could not be shown', failureSentence(shown));
}
