import { Button, Checkbox, Text } from '@mantine/core';
import { IconFileTypeDocx } from '@tabler/icons-react';
import { useId, useMemo, useState } from 'react';
import type { DocumentData } from '../../../../../shared/domain/document/document.ts';
import type { DocumentKind, DocumentVersion } from '../../../../../shared/domain/document/documentVersion.ts';
import { formatLocalDate } from '../../../../../shared/domain/time/localDate.ts';
import type { LastExport } from '../../../../../shared/rows/history.ts';
import { useHost } from '../../../host/HostContext.tsx';
import { useStore } from '../../../store/StoreContext.tsx';
import { formatInstant } from '../../../ui/time.ts';
import classes from './documents.module.css';
import { layoutSeconds, longestWait, waitInWords } from './layoutSeconds.ts';
import { saveDocument } from './saveDocument.tsx';

interface SavePanelProps {
  readonly kind: DocumentKind;
  readonly bidId: string;
  readonly today: string;
  readonly last: LastExport | null;
  /** The draft; `null` where something prevents the document. */
  readonly document: DocumentData | null;
  /** Nothing prevents the version that goes out. */
  readonly isFinal: boolean;
}

/** What the version that goes out is called. */
export const finalNames: Readonly<Record<DocumentKind, string>> = {
  agreement: 'execution version',
  bidDocument: 'final version',
};

/** Which version it is, and the way to the Word file. */
export function SavePanel({ kind, bidId, today, last, document, isFinal }: SavePanelProps) {
  const store = useStore();
  const host = useHost();
  const seconds = useMemo(() => (document === null ? 1 : layoutSeconds(document)), [document]);
  const [chosen, setChosen] = useState<boolean | null>(null);
  const pageNumbers = chosen ?? seconds <= longestWait;
  const [saving, setSaving] = useState<DocumentVersion['kind'] | null>(null);
  const save = async (version: DocumentVersion['kind']): Promise<void> => {
    setSaving(version);
    await saveDocument(store, host, { kind, version, bidId, today, pageNumbers });
    setSaving(null);
  };
  const finalHint = useId();
  return (
    <div className={classes['save']}>
      <Text size="sm">
        Draft {(last?.version ?? 0) + 1} of {formatLocalDate(today)}
      </Text>
      <Button
        leftSection={<IconFileTypeDocx size={16} stroke={1.5} />}
        disabled={document === null || saving !== null}
        loading={saving === 'draft'}
        onClick={() => void save('draft')}
      >
        Save draft as Word
      </Button>
      <Text size="xs" c="dimmed" id={finalHint}>
        {isFinal ? 'Nothing keeps it back.' : 'Open points come first.'}
      </Text>
      <Button
        variant="default"
        aria-describedby={finalHint}
        disabled={!isFinal || saving !== null}
        loading={saving === 'final'}
        onClick={() => void save('final')}
      >
        Save the {finalNames[kind]}
      </Button>
      <Checkbox
        size="xs"
        className={classes['wide']}
        label="Page numbers in the contents"
        description={
          document === null
            ? 'The contents name every heading either way.'
            : `Every page is laid out for them, which takes about ${waitInWords(seconds)}. Without them the contents link to each heading.`
        }
        checked={pageNumbers}
        onChange={(event) => setChosen(event.currentTarget.checked)}
      />
      <Text size="xs" c="dimmed" className={classes['wide']}>
        {last === null ? (
          'No file has been made of it yet.'
        ) : (
          <>
            Last saved {formatInstant(last.at)} as <bdi>{last.name}</bdi>
          </>
        )}
      </Text>
    </div>
  );
}
