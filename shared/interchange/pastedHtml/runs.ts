import type { RichInline, RichMark, RichRun } from '../../domain/bid/richText.ts';
import type { HtmlElement } from './htmlTree.ts';
import { showsText } from './leftOut.ts';

/** How text stands at one place, as the elements around it say. */
export interface TextLook {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly script: 'superscript' | 'subscript' | null;
  readonly href: string | null;
  /** Spaces and line ends stand as they are. */
  readonly spaced: boolean;
  readonly shown: boolean;
}

export const plainLook: TextLook = {
  bold: false,
  italic: false,
  underline: false,
  script: null,
  href: null,
  spaced: false,
  shown: true,
};

/** The look within an element, from the look around it. */
export function lookWithin({ name, attributes, style }: HtmlElement, around: TextLook): TextLook {
  const weight = style.get('font-weight');
  const slope = style.get('font-style');
  const lines = `${style.get('text-decoration') ?? ''} ${style.get('text-decoration-line') ?? ''}`;
  const space = style.get('white-space');
  const isInserted = name === 'ins' || /\bmsoIns\b/i.test(attributes['class'] ?? '');
  return {
    bold: weight === undefined ? around.bold || name === 'b' || name === 'strong' : isBold(weight, around.bold),
    italic: slope === undefined ? around.italic || italicNames.has(name) : /^(?:italic|oblique)/.test(slope),
    // A line under a link or under what was inserted as a tracked change is not the writer's.
    underline:
      name === 'a' || isInserted || /\bnone\b/.test(lines)
        ? around.underline && !/\bnone\b/.test(lines)
        : around.underline || name === 'u' || /\bunderline\b/.test(lines),
    script: scriptWithin(name, style.get('vertical-align'), around.script),
    href: name === 'a' ? (attributes['href'] ?? around.href) : around.href,
    spaced: name === 'pre' || (space === undefined ? around.spaced : /^(?:pre|break-spaces)/.test(space)),
    shown: showsText(style, around.shown),
  };
}

const italicNames = new Set(['i', 'em', 'cite', 'dfn', 'var']);

function isBold(weight: string, around: boolean): boolean {
  if (weight === 'bold' || weight === 'bolder') return true;
  const size = Number(weight);
  return Number.isNaN(size) ? weight === 'inherit' && around : size >= 600;
}

function scriptWithin(name: string, align: string | undefined, around: TextLook['script']): TextLook['script'] {
  if (align === 'super' || name === 'sup') return 'superscript';
  if (align === 'sub' || name === 'sub') return 'subscript';
  return align === 'baseline' && name === 'span' ? null : around;
}

/** The longest address that is taken as one. */
const longestAddress = 2_000;

/** Where a link leads, if to a page or a mailbox; `null` where its words alone come in. */
export function safeAddress(href: string): string | null {
  const address = href.trim();
  return address.length <= longestAddress && /^(?:https?:\/\/|mailto:)/i.test(address) && URL.canParse(address)
    ? address
    : null;
}

/** A run of text in a look; in the order in which an editor keeps marks. */
function runOf(text: string, look: TextLook): RichInline {
  const address = look.href === null ? null : safeAddress(look.href);
  const marks: readonly RichMark[] = [
    ...(address === null ? [] : [{ type: 'link' as const, attrs: { href: address } }]),
    ...(look.bold ? [{ type: 'bold' as const }] : []),
    ...(look.italic ? [{ type: 'italic' as const }] : []),
    ...(look.underline ? [{ type: 'underline' as const }] : []),
    ...(look.script === null ? [] : [{ type: look.script }]),
  ];
  return marks.length === 0 ? { type: 'text', text } : { type: 'text', text, marks };
}

/**
 * Puts text behind what stands in a line already: spaces and line ends of the source as one space, none at the start of a
 * line; as they are where the source says so.
 */
export function addText(line: RichInline[], source: string, look: TextLook): void {
  if (look.spaced) {
    for (const [index, part] of source.split(/\r\n|[\n\r]/).entries()) {
      if (index > 0) line.push({ type: 'hardBreak' });
      if (part !== '') join(line, part.replaceAll('\t', ' '), look);
    }
    return;
  }
  const text = source.replaceAll(/[ \t\n\r\f]+/g, ' ');
  const last = line.at(-1);
  const atStart = last === undefined || last.type === 'hardBreak' || last.text.endsWith(' ');
  const shown = atStart && text.startsWith(' ') ? text.slice(1) : text;
  if (shown !== '') join(line, shown, look);
}

/** Text of one look is one run. */
function join(line: RichInline[], text: string, look: TextLook): void {
  const run = runOf(text, look);
  const last = line.at(-1);
  if (run.type === 'text' && last?.type === 'text' && sameMarks(last.marks, run.marks)) {
    line[line.length - 1] = { ...last, text: last.text + run.text };
  } else {
    line.push(run);
  }
}

function sameMarks(one: readonly RichMark[] = [], other: readonly RichMark[] = []): boolean {
  return (
    one.length === other.length &&
    one.every((mark, index) => {
      const second = other[index];
      if (mark.type !== second?.type) return false;
      return mark.type !== 'link' || second.type !== 'link' || mark.attrs.href === second.attrs.href;
    })
  );
}

/** A line as one paragraph, or several where blank lines part it; without spaces and breaks at either end. */
export function paragraphsOf(line: readonly RichInline[]): readonly (readonly RichInline[])[] {
  const paragraphs: RichInline[][] = [[]];
  for (const [index, inline] of line.entries()) {
    const isBlankLine = inline.type === 'hardBreak' && line[index - 1]?.type === 'hardBreak';
    if (isBlankLine) paragraphs.push([]);
    else paragraphs.at(-1)?.push(inline);
  }
  return paragraphs.map(trimmed).filter((one) => one.length > 0);
}

function trimmed(line: readonly RichInline[]): readonly RichInline[] {
  const from = line.findIndex((inline) => !isBlank(inline));
  if (from < 0) return [];
  const to = line.findLastIndex((inline) => !isBlank(inline));
  return line.slice(from, to + 1).map((inline, index, all) => {
    if (inline.type !== 'text') return inline;
    const text = index === 0 ? inline.text.trimStart() : inline.text;
    return withText(inline, index === all.length - 1 ? text.trimEnd() : text);
  });
}

function withText(run: RichRun, text: string): RichRun {
  return { ...run, text };
}

function isBlank(inline: RichInline): boolean {
  return inline.type === 'hardBreak' || inline.text.trim() === '';
}
