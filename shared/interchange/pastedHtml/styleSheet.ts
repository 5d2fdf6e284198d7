/** Declarations by property, both in lower case, as far as they are without meaning in their case. */
export type Style = ReadonlyMap<string, string>;

/** What a level of a list of Word is numbered with, by Word's own names: `decimal`, `alpha-lower`, `bullet`. */
export type ListFormats = ReadonlyMap<string, string>;

interface Rule {
  readonly tag: string;
  readonly classes: readonly string[];
  readonly style: Style;
}

/** The part of a style sheet that what is pasted rests on: rules for a tag, for classes, or for both. */
export interface StyleSheet {
  readonly add: (css: string) => void;
  /** What applies to an element: the sheet, then its own `style`. */
  readonly styleOf: (tag: string, attributes: Readonly<Record<string, string>>) => Style;
  /** By list and level, such as `l0:level1`. */
  readonly listFormats: ListFormats;
}

export function styleSheet(): StyleSheet {
  const byTag = new Map<string, Rule[]>();
  const byClass = new Map<string, Rule[]>();
  const listFormats = new Map<string, string>();

  const addRule = (selector: string, style: Style): void => {
    const [tag = '', ...classes] = selector.split('.');
    const list = classes[0] === undefined ? byTag : byClass;
    const key = classes[0] ?? tag;
    list.set(key, [...(list.get(key) ?? []), { tag, classes, style }]);
  };

  return {
    listFormats,
    add: (css) => {
      for (const part of withoutComments(css).split('}')) {
        const brace = part.lastIndexOf('{');
        if (brace < 0) continue;
        const style = declarations(part.slice(brace + 1));
        for (const one of part.slice(0, brace).split(',')) {
          const selector = one.trim().toLowerCase();
          const level = /^@list (l\d+:level\d+)/.exec(selector)?.[1];
          if (level !== undefined) listFormats.set(level, style.get('mso-level-number-format') ?? 'decimal');
          else if (/^[\w-]*(?:\.[\w-]+)*$/.test(selector)) addRule(selector, style);
        }
      }
    },
    styleOf: (tag, { class: names = '', style = '' }) => {
      const classes = new Set(names.toLowerCase().split(/\s+/));
      const rules = [...classes].flatMap((name) => byClass.get(name) ?? []);
      const fitting = rules
        .filter((rule) => (rule.tag === '' || rule.tag === tag) && rule.classes.every((name) => classes.has(name)))
        .toSorted((a, b) => weight(a) - weight(b));
      const applied = [...(byTag.get(tag) ?? []), ...fitting].map((rule) => rule.style);
      const merged = new Map<string, string>();
      for (const one of [...applied, declarations(style)])
        for (const [property, value] of one) merged.set(property, value);
      return merged;
    },
  };
}

/** A rule for more classes, and then for a tag, goes before one for fewer. */
function weight({ tag, classes }: Rule): number {
  return 2 * classes.length + (tag === '' ? 0 : 1);
}

/** Also without the marks of an HTML comment, in which Word wraps its style sheets. */
function withoutComments(css: string): string {
  return css
    .replaceAll('<!--', '')
    .replaceAll('-->', '')
    .split('/*')
    .map((part, index) => (index === 0 ? part : part.slice((part.indexOf('*/') + 1 || part.length) + 1)))
    .join('');
}

function declarations(text: string): Style {
  const style = new Map<string, string>();
  for (const one of text.split(';')) {
    const colon = one.indexOf(':');
    if (colon < 0) continue;
    const value = one.slice(colon + 1).replace('!important', '');
    style.set(one.slice(0, colon).trim().toLowerCase(), value.trim().toLowerCase());
  }
  return style;
}

const pointsIn: Readonly<Record<string, number>> = { pt: 1, px: 0.75, in: 72, cm: 28.35, mm: 2.835, pc: 12, em: 12 };

/** How far a block stands in, in points; 0 where nothing is said of it. */
export function indentOf(style: Style): number {
  const margin = style.get('margin')?.split(/\s+/) ?? [];
  const [, size, unit] = /^(-?[\d.]+)([a-z]+)$/.exec(style.get('margin-left') ?? margin[3] ?? margin[1] ?? '') ?? [];
  return size === undefined ? 0 : Number(size) * (pointsIn[unit ?? ''] ?? 0);
}
