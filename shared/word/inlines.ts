import {
  Bookmark,
  ExternalHyperlink,
  NumberedItemReference,
  NumberedItemReferenceFormat,
  TextRun,
  type ParagraphChild,
} from 'docx';
import type { Inline } from '../domain/document/document.ts';
import type { RichInline, RichMark, RichRun } from '../domain/bid/richText.ts';
import { unreachable } from '../domain/basics/result.ts';
import { runsRightToLeft, safeLines } from './safeText.ts';
import { markedStyle, placeholderStyle, type Script, scriptOf } from './styles.ts';

/** What cross-references say, by key; see `numberBlocks`. */
export type References = ReadonlyMap<string, string>;

/**
 * The name of the bookmark at the place with a key; names that begin with `_` stay out of Word's list of bookmarks. Word
 * takes 40 characters; of a longer key the end is kept, because ids differ there.
 */
function bookmarkName(key: string): string {
  return `_Ref_${key.replaceAll(/\W/g, '_').slice(-35)}`;
}

/** Children under a bookmark where the place has a key. */
export function bookmarked(key: string | null, children: readonly ParagraphChild[]): readonly ParagraphChild[] {
  return key === null ? children : [new Bookmark({ id: bookmarkName(key), children })];
}

/**
 * Inline content. A cross-reference is a REF field with its number already written, so that it reads right everywhere and
 * follows when a solicitor adds a clause in Word; one whose target is missing is plain text, never a broken field.
 */
export function inlineRuns(content: readonly Inline[], references: References): readonly ParagraphChild[] {
  return content.flatMap((inline): readonly ParagraphChild[] => {
    switch (inline.kind) {
      case 'text':
        return textRuns(inline.text, inline.strong === true ? 'Bold' : null);
      case 'placeholder':
        return textRuns(`[${inline.text}]`, placeholderStyle);
      case 'reference': {
        const number = references.get(inline.key);
        if (number === undefined || !/^(?:\d|Schedule )/.test(number)) return textRuns(number ?? '[?]', null);
        const format = { referenceFormat: NumberedItemReferenceFormat.FULL_CONTEXT };
        return [new NumberedItemReference(bookmarkName(inline.key), number, format)];
      }
      default:
        return unreachable(inline);
    }
  });
}

/** Formatted text. Only links that lead to a page or a mailbox are links; of any other the words remain. */
export function richRuns(content: readonly RichInline[]): readonly ParagraphChild[] {
  return content.flatMap((inline): readonly ParagraphChild[] => {
    if (inline.type === 'hardBreak') return [new TextRun({ break: 1 })];
    const href = linkOf(inline);
    const script = has(inline, 'superscript') ? 'superscript' : has(inline, 'subscript') ? 'subscript' : null;
    const style = markedStyle({
      bold: has(inline, 'bold'),
      italic: has(inline, 'italic'),
      underline: has(inline, 'underline'),
      script,
    });
    if (href === null) return textRuns(inline.text, style);
    return [new ExternalHyperlink({ link: href, children: textRuns(inline.text, 'Hyperlink', script) })];
  });
}

/**
 * Runs of one style; line breaks in the text become breaks, and right-to-left text says so. `script` is for a style that
 * says nothing of it.
 */
export function textRuns(text: string, style: string | null, script: Script = null): TextRun[] {
  return safeLines(text).flatMap((line, index) => {
    if (line === '' && index === 0) return [];
    return [
      new TextRun({
        text: line,
        ...(index > 0 ? { break: 1 } : {}),
        ...(style === null ? {} : { style }),
        ...scriptOf(script),
        ...(runsRightToLeft(line) ? { rightToLeft: true } : {}),
      }),
    ];
  });
}

function has({ marks }: RichRun, type: RichMark['type']): boolean {
  return marks?.some((mark) => mark.type === type) === true;
}

function linkOf({ marks }: RichRun): string | null {
  const href = marks?.find((mark) => mark.type === 'link')?.attrs.href.trim() ?? '';
  if (!/^(?:https?:\/\/|mailto:)/i.test(href)) return null;
  return URL.canParse(href) ? new URL(href).href : null;
}
