import { SegmentedControl } from '@mantine/core';
import { useDeferredValue, useEffect, useMemo } from 'react';
import { keysOf } from '../../../../../shared/domain/basics/keysOf.ts';
import { type DocumentKind, documentTitles } from '../../../../../shared/domain/document/documentVersion.ts';
import { useLastExport } from '../../../store/queries/documents.ts';
import { focusSection } from '../../../ui/Section.tsx';
import { useAddress } from '../../../ui/useAddress.ts';
import { useToday } from '../../../ui/useToday.ts';
import type { BidPartProps } from '../bidPart.ts';
import { AgreementForm } from './AgreementForm.tsx';
import classes from './documents.module.css';
import { draftOf } from './draftOf.ts';
import { Preview } from './Preview.tsx';
import { ProblemList } from './ProblemList.tsx';
import { finalNames, SavePanel } from './SavePanel.tsx';

const kinds = keysOf(documentTitles).map((value) => ({ value, label: documentTitles[value] }));

/** The two documents that a bid is made for: what is missing in them, how they read, and as Word files. */
export function DocumentsTab({ input, edits }: BidPartProps) {
  const [search, setSearch] = useAddress();
  const asked = search.get('at');
  const kind: DocumentKind = search.get('document') === 'bid' ? 'bidDocument' : 'agreement';
  useEffect(() => {
    if (asked !== null) focusSection(asked);
  }, [asked]);

  const { bid } = input;
  const today = useToday();
  const last = useLastExport(bid.id, kind);
  const number = (last?.version ?? 0) + 1;
  const drafting = useDeferredValue(input);
  const draft = useMemo(
    () => draftOf(kind, drafting, { kind: 'draft', number }, today),
    [kind, drafting, number, today],
  );
  const final = useMemo(
    () => draftOf(kind, drafting, { kind: 'final', number }, today),
    [kind, drafting, number, today],
  );
  const preventing = draft.ok ? [] : draft.error;
  const open = final.ok
    ? []
    : final.error.filter(({ sentence }) => !preventing.some((one) => one.sentence === sentence));
  const show = (chosen: DocumentKind): void =>
    setSearch(() => new URLSearchParams(chosen === 'bidDocument' ? { document: 'bid' } : {}), { replace: true });

  return (
    <div className={classes['documents']}>
      <div className={classes['side']}>
        <SegmentedControl<DocumentKind>
          aria-label="Document"
          fullWidth
          size="xs"
          transitionDuration={0}
          data={kinds}
          value={kind}
          onChange={show}
        />
        {last !== undefined && (
          <SavePanel
            key={kind}
            kind={kind}
            bidId={bid.id}
            today={today}
            last={last}
            document={draft.ok ? draft.value.document : null}
            isFinal={final.ok}
          />
        )}
        <ProblemList
          title="Fix these first"
          name="problems"
          tone="fail"
          lead="The document cannot be made while one of these stands."
          bid={bid}
          problems={preventing}
        />
        <ProblemList
          title="Open points"
          name="open"
          tone="unknown"
          lead={`What is missing stands in brackets in the draft. The ${finalNames[kind]} cannot be made while one of these stands.`}
          bid={bid}
          problems={open}
        />
        <ProblemList
          title={kind === 'agreement' ? 'What a solicitor would ask about' : 'What a buyer would mark down'}
          name="remarks"
          tone="unknown"
          lead="These do not prevent the document."
          bid={bid}
          problems={draft.ok ? draft.value.remarks : []}
        />
        {kind === 'agreement' && <AgreementForm bid={bid} edits={edits} asked={asked} />}
      </div>
      <Preview document={draft.ok ? draft.value.document : null} title={documentTitles[kind]} />
    </div>
  );
}
