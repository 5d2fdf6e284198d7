import { Button, Checkbox, Text } from '@mantine/core';
import { IconFileTypeDocx } from '@tabler/icons-react';
import { useState } from 'react';
import type { DocumentData } from '../../../../../shared/domain/document/document.ts';
import { formatLocalDate } from '../../../../../shared/domain/time/localDate.ts';
import type { LastExport } from '../../../../../shared/rows/history.ts';
import { useHost } from '../../../host/HostContext.tsx';
import { useStore } from '../../../store/StoreContext.tsx';
import { counted } from '../../../ui/counted.ts';
import { formatInstant } from '../../../ui/time.ts';
import classes from './documents.module.css';
import type { DocumentKind } from './draftOf.ts';
import { layoutSeconds } from './layoutSeconds.ts';
import { saveDocument } from './saveDocument.tsx';

interface SavePanelProps {
  readonly kind: DocumentKind;
  readonly bidId: string;
  readonly today: string;
  readonly last: LastExport | null;
  /** `null` where something prevents the document. */
  readonly document: DocumentData | null;
}

/** Which version it is, and the way to the Word file. */
export function SavePanel({ kind, bidId, today, last, document }: SavePanelProps) {
  const store = useStore();
  const host = useHost();
  const [pageNumbers, setPageNumbers] = useState(true);
  const [isSaving, setIsSaving] = useState(false);
  const save = async (): Promise<void> => {
    setIsSaving(true);
    await saveDocument(store, host, { kind, bidId, today, pageNumbers });
    setIsSaving(false);
  };
  return (
    <div className={classes['save']}>
      <Text size="sm">
        {kind === 'agreement' ? 'Draft' : 'Version'} {(last?.version ?? 0) + 1} of {formatLocalDate(today)}
      </Text>
      <Button
        leftSection={<IconFileTypeDocx size={16} stroke={1.5} />}
        disabled={document === null}
        loading={isSaving}
        onClick={() => void save()}
      >
        Save as Word
      </Button>
      <Checkbox
        size="xs"
        className={classes['wide']}
        label="Page numbers in the contents"
        description={
          document === null
            ? 'The contents name every heading either way.'
            : `Every page is laid out for them, which takes about ${counted(layoutSeconds(document), 'second')}.`
        }
        checked={pageNumbers}
        onChange={(event) => setPageNumbers(event.currentTarget.checked)}
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
