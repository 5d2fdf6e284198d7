import type { LocalDate } from '../time/localDate.ts';
import type { RichBlock } from '../bid/richText.ts';

/**
 * A document as plain data: what the preview on screen and the Word file are both made from. It holds no fonts, widths in
 * centimetres or field codes; numbers of clauses are not in it either, since `numberBlocks` gives them to every reader.
 */
export interface DocumentData {
  readonly title: string;
  readonly subject: string;
  readonly author: string;
  readonly keywords: readonly string[];
  /** The day the document is made as of; it dates the file's properties. */
  readonly date: LocalDate;
  /** Stands at the top of every page, and at the foot beside "Page X of Y". */
  readonly header: string;
  readonly footer: string;
  /** Stands large and pale behind the text of every page: that it is a draft, and which. */
  readonly watermark?: string;
  readonly sections: readonly DocumentSection[];
}

/** Pages of one shape. */
export interface DocumentSection {
  readonly orientation: 'portrait' | 'landscape';
  /** A cover carries no header. */
  readonly cover: boolean;
  readonly blocks: readonly Block[];
}

export type Block =
  | { readonly kind: 'title' | 'subtitle'; readonly text: string }
  | Heading
  | Clause
  | Paragraph
  | { readonly kind: 'rich'; readonly content: readonly RichBlock[] }
  | { readonly kind: 'list'; readonly items: readonly (readonly Inline[])[] }
  | Table
  | Signature
  | { readonly kind: 'contents'; readonly title: string };

/**
 * A heading. `outline` headings are not numbered; `clause` headings are numbered 1, 2, 3 and `schedule` headings Schedule
 * 1, 2, 3, both of level 1 and each on its own count.
 */
export interface Heading {
  readonly kind: 'heading';
  readonly series: 'outline' | 'clause' | 'schedule';
  readonly level: 1 | 2 | 3;
  readonly text: string;
  /** The name cross-references use; unique in the document. */
  readonly key: string | null;
  /** What a reference to an `outline` heading says, where its text is longer than that. */
  readonly shortName?: string;
}

/** A numbered paragraph of a clause: depth 1 is 1.1, depth 2 is (a), depth 3 is (i). */
interface Clause {
  readonly kind: 'clause';
  readonly depth: 1 | 2 | 3;
  readonly key: string | null;
  readonly content: readonly Inline[];
}

type ParagraphRole =
  /** Running text. */
  | 'body'
  /** Running text that introduces the table after it, and is kept with it. */
  | 'intro'
  /** A line such as "Schedules" or "Background" that heads a part without standing in the contents. */
  | 'lead'
  /** Centred, large: the words of the cover. */
  | 'cover'
  /** Warnings and notes to the reader. */
  | 'notice'
  /** A question of the buyer, repeated above its answer. */
  | 'question'
  /** A definition, indented with the clauses. */
  | 'definition'
  /** Numbered (1), (2), (3) on one count: the parties. */
  | 'party'
  /** Lettered (A), (B), (C) on one count: the recitals. */
  | 'recital';

interface Paragraph {
  readonly kind: 'paragraph';
  readonly role: ParagraphRole;
  readonly content: readonly Inline[];
}

export type Inline =
  | { readonly kind: 'text'; readonly text: string; readonly strong?: boolean }
  /** The number of a clause, schedule or heading, by its key. */
  | { readonly kind: 'reference'; readonly key: string }
  /** Something still open, to be shown in brackets and stand out. */
  | { readonly kind: 'placeholder'; readonly text: string };

/** A table with one header row that repeats on every page. Widths are relative to each other. */
export interface Table {
  readonly kind: 'table';
  readonly caption: string;
  readonly columns: readonly { readonly header: string; readonly width: number; readonly align?: 'right' | 'centre' }[];
  readonly rows: readonly TableRow[];
}

export interface TableRow {
  readonly cells: readonly (readonly Inline[])[];
  /** A total stands out. */
  readonly total?: boolean;
}

/** Where somebody signs: who, how the words of execution run, and a line for each name, date and witness detail. */
export interface Signature {
  readonly kind: 'signature';
  readonly words: readonly Inline[];
  readonly lines: readonly string[];
}

/** Plain text as inline content. */
export function plain(text: string): readonly Inline[] {
  return [{ kind: 'text', text }];
}
