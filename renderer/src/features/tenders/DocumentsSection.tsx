import { Button, FileButton, Text, Tooltip } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { useCallback, useRef } from 'react';
import { keysOf } from '../../../../shared/domain/basics/keysOf.ts';
import { type Tender, type TenderDocument, tenderDocumentKinds } from '../../../../shared/domain/tender/tender.ts';
import { documentKindOf } from '../../../../shared/domain/tender/tenderDocuments.ts';
import type { Host } from '../../../../shared/host/host.ts';
import { useHost } from '../../host/HostContext.tsx';
import { attachFile, saveAttached } from '../../parts/attachFile.ts';
import { FileSize } from '../../parts/FileSize.tsx';
import { changeTender } from '../../store/commands/tenders.ts';
import { newId } from '../../store/newId.ts';
import { problemSentence } from '../../store/problemSentence.ts';
import type { Store } from '../../store/store.ts';
import { useStore } from '../../store/StoreContext.tsx';
import { counted } from '../../ui/counted.ts';
import { type MayReplace, withField } from '../../ui/draft.ts';
import { EditableField } from '../../ui/EditableField.tsx';
import { EditableSelect } from '../../ui/EditableSelect.tsx';
import { notifyDone, notifyProblem } from '../../ui/notify.ts';
import { Rows } from '../../ui/Rows.tsx';
import { Section } from '../../ui/Section.tsx';
import { freeText } from '../../ui/textForm.ts';
import { formatInstant } from '../../ui/time.ts';
import { useFilesDrop } from '../../ui/useFilesDrop.ts';
import type { TenderEdits } from './tenderEdits.ts';
import classes from './tenders.module.css';

const kindOptions = keysOf(tenderDocumentKinds).map((value) => ({ value, label: tenderDocumentKinds[value] }));

interface DocumentsSectionProps {
  readonly tender: Tender;
  readonly edits: TenderEdits;
}

/** What the buyer sent: kept as it came, by kind, with what replaced it. */
export function DocumentsSection({ tender, edits }: DocumentsSectionProps) {
  const store = useStore();
  const host = useHost();
  const area = useRef<HTMLDivElement>(null);
  const reset = useRef<() => void>(null);
  const { id, documents } = tender;
  const take = useCallback((files: readonly File[]) => void attachAll(store, host, id, files), [store, host, id]);
  const isOver = useFilesDrop(area, take);

  const set = <K extends 'kind' | 'supersededBy'>(
    document: TenderDocument,
    what: string,
    name: K,
    value: TenderDocument[K],
    mayReplace?: MayReplace<TenderDocument[K]>,
  ): Promise<string | null> =>
    edits.change(`${document.file.name}: ${what}`, (now) => {
      if (now.documents.every((each) => each.id !== document.id)) return null;
      const documents = now.documents.map((each) =>
        each.id === document.id ? withField(each, name, value, mayReplace) : each,
      );
      return { ...now, documents };
    });
  const detach = async (document: TenderDocument): Promise<void> => {
    const problem = await edits.change(`detached ${document.file.name}`, (now) => ({
      ...now,
      documents: now.documents.filter((each) => each.id !== document.id),
    }));
    if (problem !== null) notifyProblem('The document was not detached', problem);
  };

  return (
    <Section title="Documents" name="documents" count={documents.length}>
      <div ref={area} className={classes['drop']} data-over={isOver || undefined}>
        <Rows
          rows={documents}
          layout="table"
          className={classes['documents']}
          nameOf={({ file }) => file.name}
          removeLabel={({ file }) => `Detach ${file.name}`}
          onRemove={detach}
          empty="None yet. Keep the ITT, the specification, the pricing schedule and the clarifications here, as the buyer sent them."
          render={(document) => (
            <>
              <div className={classes['document']}>
                <Tooltip label={`Save ${document.file.name}`}>
                  <Button
                    variant="subtle"
                    size="compact-sm"
                    leftSection={<IconPaperclip size={14} />}
                    aria-label={`Save ${document.file.name}`}
                    data-superseded={document.supersededBy !== '' || undefined}
                    onClick={() => void saveAttached(store, host, document.file)}
                    classNames={{ label: classes['fileName'] ?? '' }}
                  >
                    <bdi>{document.file.name}</bdi>
                  </Button>
                </Tooltip>
                <Text size="xs" c="dimmed" className={classes['attached']}>
                  <FileSize sha256={document.file.sha256} /> · attached {formatInstant(document.attachedAt)}
                </Text>
              </div>
              <EditableSelect
                label="Kind"
                options={kindOptions}
                value={document.kind}
                commit={(kind) => set(document, 'kind', 'kind', kind)}
              />
              <EditableField
                label="Superseded by"
                form={freeText}
                placeholder="Version 2 of 4 March"
                draftKey={`${id}.${document.id}.supersededBy`}
                value={document.supersededBy}
                commit={(text, mayReplace) => set(document, 'superseded by', 'supersededBy', text, mayReplace)}
              />
            </>
          )}
          adder={
            <FileButton
              multiple
              resetRef={reset}
              onChange={(files) => {
                reset.current?.();
                take(files);
              }}
            >
              {(props) => (
                <Button {...props} variant="default" leftSection={<IconPaperclip size={14} />}>
                  Attach documents
                </Button>
              )}
            </FileButton>
          }
        />
        <Text size="xs" c="dimmed" mt={4}>
          Or drop files here. Each may have up to 50 MB.
        </Text>
      </div>
    </Section>
  );
}

/** Keeps each file, then names all of them in one step that undo takes back. */
async function attachAll(store: Store, host: Host, tenderId: string, files: readonly File[]): Promise<void> {
  const added: TenderDocument[] = [];
  for (const file of files) {
    const kept = await attachFile(store, host, file);
    if (kept.ok) {
      const attachedAt = new Date().toISOString();
      added.push({ id: newId(), file: kept.value, kind: documentKindOf(file.name), attachedAt, supersededBy: '' });
    } else if (kept.error === '') break;
    else notifyProblem('The file was not attached', kept.error);
  }
  const [first] = added;
  if (first === undefined) return;
  const what = added.length === 1 ? `attached ${first.file.name}` : `attached ${counted(added.length, 'document')}`;
  const twice: string[] = [];
  const attached = added.map(({ file }) => file.sha256);
  const outcome = await changeTender(
    store,
    tenderId,
    what,
    (now) => {
      const known = new Map(now.documents.map(({ file }) => [file.sha256, file.name]));
      const documents = [...now.documents];
      twice.length = 0;
      for (const document of added) {
        const { sha256, name } = document.file;
        const same = known.get(sha256);
        if (same === undefined) documents.push(document);
        else twice.push(same === name ? `${name} is attached already.` : `${name} is attached already, as ${same}.`);
        known.set(sha256, same ?? name);
      }
      return { ...now, documents };
    },
    attached,
  );
  if (!outcome.ok) notifyProblem('The files were not attached', problemSentence(outcome.error));
  else if (twice.length > 0) notifyDone('Nothing is kept twice', twice.join(' '));
}
