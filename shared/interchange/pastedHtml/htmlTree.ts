import { Parser } from 'htmlparser2';
import { isSpeck, noLosses, type PasteLosses, type Reason, reasonToLeaveOut } from './leftOut.ts';
import { type ListFormats, type Style, styleSheet } from './styleSheet.ts';

export type HtmlNode = string | HtmlElement;

export interface HtmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly style: Style;
  readonly children: HtmlNode[];
}

export interface HtmlTree {
  readonly root: HtmlElement;
  readonly losses: PasteLosses;
  readonly listFormats: ListFormats;
}

/** Elements lie no deeper than this; what is deeper stands beside each other, with every word. */
const deepest = 200;

/** What parts words where it is too deep to stand for itself. */
const parting = /^(?:p|div|li|tr|td|th|h\d|br)$/;

/** How many characters are read between two words about how far it is. */
const stretch = 200_000;

/**
 * HTML from a clipboard as a tree of what a person saw: of the fragment that was copied, without comments, deleted and
 * hidden text. The notes at the foot of a text in Word stand behind the fragment and come in too.
 */
export function htmlTree(html: string, onProgress: (done: number) => void): HtmlTree {
  const sheet = styleSheet();
  const root = element('#root', {}, new Map());
  const open: HtmlElement[] = [root];
  const counts: Record<keyof PasteLosses, number> = { ...noLosses };
  let commentMarks = 0;
  /** While something is left out: how many elements were open, why, and whether it had words. */
  let skipping: { readonly depth: number; readonly reason: Reason; words: boolean } | null = null;
  let started = false;
  /** Once the fragment has ended: how many elements were open when its notes began; 0 outside of them. */
  let notesAt = 0;
  let ended = false;
  let css = '';

  const count = (reason: Reason): void => {
    if (reason === 'commentMark') commentMarks += 1;
    else if (reason !== 'silent') counts[reason] += 1;
  };

  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        const parent = open.at(-1) ?? root;
        const style = sheet.styleOf(name, attributes);
        if (skipping !== null) {
          if (skipping.reason === 'comments' && style.get('mso-element') === 'comment') counts.comments += 1;
          open.push(parent);
          return;
        }
        if (name === 'a' && /^#cmnt_ref\d/.test(attributes['href'] ?? '')) {
          // A comment of Google Docs, which begins with a link back to its place: the block around it goes.
          const block = Math.max(
            1,
            open.findLastIndex((one) => one.name === 'div' || one.name === 'p'),
          );
          open[block]?.children.splice(0);
          skipping = { depth: block, reason: 'comments', words: true };
          counts.comments += 1;
          open.push(parent);
          return;
        }
        const reason = reasonToLeaveOut(name, attributes, style);
        const isNotes = /^(?:foot|end)note-list$/.test(style.get('mso-element') ?? '');
        if (ended && notesAt === 0 && isNotes) notesAt = open.length;
        const isOutside = ended && notesAt === 0;
        if (reason !== null) {
          skipping = { depth: open.length, reason, words: false };
          if (reason === 'comments' ? style.get('mso-element') !== 'comment-list' : reason === 'commentMark')
            count(reason);
          if (!isOutside && (reason === 'embedded' || (reason === 'pictures' && !isSpeck(attributes)))) count(reason);
          open.push(parent);
          return;
        }
        if (isOutside) {
          open.push(element(name, attributes, style));
          return;
        }
        const home = isNotes && ended ? root : parent;
        if (open.length > deepest) {
          if (parting.test(name)) home.children.push(element('br', {}, new Map()));
          open.push(home);
          return;
        }
        const opened = element(name, attributes, style);
        home.children.push(opened);
        open.push(opened);
      },
      ontext: (text) => {
        if (skipping === null) {
          if (!ended || notesAt > 0) open.at(-1)?.children.push(text);
        } else if (skipping.reason === 'silent') {
          css += text;
        } else if (/\S/.test(text)) {
          skipping.words = true;
        }
      },
      onclosetag: (name) => {
        if (open.length > 1) open.pop();
        if (notesAt >= open.length) notesAt = 0;
        if (skipping === null || open.length > skipping.depth) return;
        const { reason, words } = skipping;
        if (words && !ended && (reason === 'deleted' || reason === 'hidden')) count(reason);
        if (name === 'style') sheet.add(css);
        css = '';
        skipping = null;
      },
      oncomment: (comment) => {
        if (comment.trim() === 'StartFragment' && !started) {
          started = true;
          for (const [index, one] of open.entries()) {
            const next = open[index + 1];
            one.children.splice(0, one.children.length, ...(next === undefined || next === one ? [] : [next]));
          }
          Object.assign(counts, noLosses);
        }
        if (comment.trim() === 'EndFragment' && started) ended = true;
      },
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true, recognizeSelfClosing: false },
  );
  for (let at = 0; at < html.length; at += stretch) {
    onProgress(at / html.length);
    parser.write(html.slice(at, at + stretch));
  }
  parser.end();
  counts.comments = Math.max(counts.comments, commentMarks);
  return { root, losses: counts, listFormats: sheet.listFormats };
}

function element(name: string, attributes: Readonly<Record<string, string>>, style: Style): HtmlElement {
  return { name, attributes, style, children: [] };
}
