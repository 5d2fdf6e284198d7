import { Text } from '@mantine/core';
import { memo, useDeferredValue, useMemo } from 'react';
import type { Block, DocumentData, DocumentSection } from '../../../../../shared/domain/document/document.ts';
import { numberBlocks } from '../../../../../shared/domain/document/documentNumbers.ts';
import classes from './preview.module.css';
import { PreviewBlock, type Numbers } from './PreviewBlock.tsx';

interface PreviewProps {
  /** `null` where something prevents the document. */
  readonly document: DocumentData | null;
  readonly title: string;
}

/** The document on screen, from the same data as the Word file. */
export function Preview({ document, title }: PreviewProps) {
  // A long document is drawn in pieces, so that the page answers meanwhile.
  const drawn = useDeferredValue(document, null);
  return (
    // oxlint-disable-next-line jsx_a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard
    <section aria-label={`Preview: ${title}`} tabIndex={0} className={classes['preview']}>
      {document === null && (
        <Text c="dimmed" p="md">
          The document appears here as soon as what stands on the left is mended.
        </Text>
      )}
      {document !== null && drawn === null && <Text p="md">Drawing the pages…</Text>}
      {document !== null && drawn !== null && <Pages document={drawn} />}
    </section>
  );
}

const Pages = memo(function Pages({ document }: { readonly document: DocumentData }) {
  const numbers = useMemo(() => numbersOf(document), [document]);
  return (
    <article lang="en-GB" className={classes['pages']}>
      {document.sections.map((section, index) => (
        // Sections have no names; their place is what they are.
        // oxlint-disable-next-line react/no-array-index-key
        <Sheet key={index} section={section} document={document} numbers={numbers} />
      ))}
    </article>
  );
});

interface SheetProps {
  readonly section: DocumentSection;
  readonly document: DocumentData;
  readonly numbers: Numbers;
}

function Sheet({ section, document, numbers }: SheetProps) {
  return (
    <div className={classes['sheet']} data-orientation={section.orientation} data-cover={section.cover || undefined}>
      {!section.cover && <div className={classes['running']}>{document.header}</div>}
      {section.blocks.map((block) => (
        <PreviewBlock key={numbers.ids.get(block)} block={block} numbers={numbers} />
      ))}
      <div className={classes['running']} data-foot>
        {document.footer}
      </div>
    </div>
  );
}

function numbersOf(document: DocumentData): Numbers {
  const blocks = document.sections.flatMap((section) => section.blocks);
  return {
    ...numberBlocks(document),
    ids: new Map(blocks.map((block, index): [Block, string] => [block, `preview-${index}`])),
    contents: blocks.filter((block) => block.kind === 'heading'),
  };
}
