import type { Style } from './styleSheet.ts';

/** What was left out of a paste, or lost its form, so that the person can be told. */
export interface PasteLosses {
  readonly comments: number;
  /** Passages that were deleted as a tracked change, or struck out. */
  readonly deleted: number;
  readonly hidden: number;
  readonly pictures: number;
  /** Films, embedded objects, fields of forms. */
  readonly embedded: number;
  /** Links that lead to a file, a script or another place that no reader can follow; their words stay. */
  readonly links: number;
  /** Items of lists that lay too deep and were brought up. */
  readonly lifted: number;
  /** Quotations, which became plain paragraphs. */
  readonly quotations: number;
  /** Tables within tables or lists, and tables too wide for Word, which became lines. */
  readonly tables: number;
}

export const noLosses: PasteLosses = {
  comments: 0,
  deleted: 0,
  hidden: 0,
  pictures: 0,
  embedded: 0,
  links: 0,
  lifted: 0,
  quotations: 0,
  tables: 0,
};

/** `silent`: nothing that a person would have seen. */
export type Reason = 'silent' | 'commentMark' | 'comments' | 'deleted' | 'hidden' | 'pictures' | 'embedded';

const silent = new Set(
  ['script', 'style', 'title', 'xml', 'template', 'noscript', 'meta', 'link', 'base'].concat([
    'datalist',
    'param',
    'source',
    'track',
    'area',
  ]),
);
const embedded = new Set(
  ['object', 'embed', 'iframe', 'frame', 'applet', 'video', 'audio', 'input', 'textarea', 'select', 'progress'].concat([
    'meter',
    'dialog',
  ]),
);
const pictures = new Set(['img', 'picture', 'svg', 'canvas', 'v:imagedata', 'image']);

const commentClasses = /\b(?:MsoCommentReference|msocomanchor|msocomoff)\b/i;
const commentTextClasses = /\b(?:MsoCommentText|msocomtxt|MsoCommentSubject)\b/i;
/** Word, Word for the web, and editors that show changes by class alone. */
const deletedClasses = /\b(?:msoDel|TrackChange\w*Delet\w*|TrackedDelet\w*|ck-suggestion-marker-deletion)\b/i;

/**
 * Why an element and all that is in it stays out; `null` where it comes in. Comments, text deleted as a tracked change or
 * struck out, and text that the writer's program does not show are never the answer that somebody means to give.
 */
export function reasonToLeaveOut(
  name: string,
  attributes: Readonly<Record<string, string>>,
  style: Style,
): Reason | null {
  const classes = attributes['class'] ?? '';
  const element = style.get('mso-element') ?? '';
  if (element === 'comment-list' || element === 'comment') return 'comments';
  if (commentClasses.test(classes) || style.get('mso-special-character') === 'comment') return 'commentMark';
  if (commentTextClasses.test(classes) || name === 'comment') return 'comments';
  // The comments of Google Docs, as it exports them: a mark in the text, which leads to a comment at its end.
  if (name === 'a' && /^#cmnt\d/.test(attributes['href'] ?? '')) return 'commentMark';
  if (silent.has(name)) return 'silent';
  if (name === 'del' || name === 's' || name === 'strike' || deletedClasses.test(classes)) return 'deleted';
  if (/line-through/.test(`${style.get('text-decoration') ?? ''} ${style.get('text-decoration-line') ?? ''}`)) {
    return 'deleted';
  }
  if (name !== 'col' && isHidden(attributes, style)) return 'hidden';
  if (embedded.has(name)) return 'embedded';
  if (pictures.has(name) && !isSign(attributes)) return 'pictures';
  return null;
}

function isHidden(attributes: Readonly<Record<string, string>>, style: Style): boolean {
  return (
    'hidden' in attributes ||
    style.get('display') === 'none' ||
    style.get('mso-hide') === 'all' ||
    isNothing(style.get('opacity'))
  );
}

/**
 * Whether the text of an element shows, where that goes on to the elements in it and can be undone there; `inherited` where
 * the element says nothing of it.
 */
export function showsText(style: Style, inherited: boolean): boolean {
  const [size, visibility] = [style.get('font-size'), style.get('visibility')];
  if (isNothing(size) || visibility === 'hidden' || visibility === 'collapse') return false;
  return size !== undefined || visibility === 'visible' ? true : inherited;
}

function isNothing(size: string | undefined): boolean {
  return size !== undefined && /^0(?:\.0+)?(?:[a-z]+|%)?$/.test(size);
}

/** A picture that nobody sees: a spacer, or a pixel that tells a sender that the mail was opened. */
export function isSpeck(attributes: Readonly<Record<string, string>>): boolean {
  return /^[0-2]$/.test(attributes['width'] ?? '') || /^[0-2]$/.test(attributes['height'] ?? '');
}

/** A picture that stands for one character, as pages show emoji. */
function isSign({ alt = '' }: Readonly<Record<string, string>>): boolean {
  return /^(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\u200d|\ufe0f){1,12}$/u.test(alt);
}
