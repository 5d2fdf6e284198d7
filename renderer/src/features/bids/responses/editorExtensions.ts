import { Link } from '@mantine/tiptap';
import { StarterKit } from '@tiptap/starter-kit';

/** The formatting that an answer may have, and nothing that a Word file or a portal would not take. */
export const editorExtensions = [
  StarterKit.configure({
    heading: { levels: [1, 2, 3] },
    blockquote: false,
    code: false,
    codeBlock: false,
    horizontalRule: false,
    strike: false,
    link: false,
    trailingNode: false,
  }),
  Link.configure({ openOnClick: false }),
];

/** A tag with its attributes; a `>` in quotation marks does not end it. */
const tag = /<(\/?)([a-z][\w:-]*)((?:[^>"']|"[^"]*"|'[^']*')*)>/gi;

/**
 * What is pasted, before it is read: without styles, scripts and handlers, at which the content security policy would
 * only protest, and with each row of a table as a line whose cells stand apart.
 */
export function pastedHtml(html: string): string {
  return html
    .replaceAll(/<!--[^]*?-->|<(style|script)\b[^]*?<\/\1\s*>/gi, '')
    .replaceAll(tag, (_, closing: string, name: string, attributes: string) => {
      const isNormalWeight = /^b$/i.test(name) && /font-weight:\s*(?:normal|400)/i.test(attributes);
      if (/^t[dh]$/i.test(name)) return closing === '' ? '' : ' ';
      if (/^tr$/i.test(name)) return `<${closing}div>`;
      // So Google Docs wraps whatever is copied.
      if (isNormalWeight) return '';
      const href = /\shref\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+)/i.exec(attributes)?.[0] ?? '';
      return `<${closing}${name}${href}>`;
    });
}
