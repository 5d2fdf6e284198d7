import { AlignmentType, LevelFormat, type ILevelsOptions, type INumberingOptions, type IParagraphOptions } from 'docx';
import type { NumberKind, RichList } from '../domain/bid/richText.ts';
import { paragraphStyle } from './styles.ts';

/** How far each level hangs in, in twentieths of a point. */
const clauseIndents = [
  { left: 720, hanging: 720 },
  { left: 720, hanging: 720 },
  { left: 1_287, hanging: 567 },
  { left: 1_854, hanging: 567 },
];

const clauseLevels: readonly ILevelsOptions[] = [
  { text: '%1.', format: LevelFormat.DECIMAL, style: 'Heading1' },
  { text: '%1.%2', format: LevelFormat.DECIMAL, style: paragraphStyle.clause[0] },
  { text: '(%3)', format: LevelFormat.LOWER_LETTER, style: paragraphStyle.clause[1] },
  { text: '(%4)', format: LevelFormat.LOWER_ROMAN, style: paragraphStyle.clause[2] },
].map(({ text, format, style }, level) => ({
  level,
  text,
  format,
  alignment: AlignmentType.LEFT,
  style: { style, paragraph: { indent: clauseIndents[level] ?? {} } },
}));

type Format = NonNullable<ILevelsOptions['format']>;

/** A list of one level whose numbers hang in the margin of the text. */
function hanging(text: string, format: Format, style: string): readonly ILevelsOptions[] {
  return [{ level: 0, text, format, style: { style, paragraph: { indent: { left: 720, hanging: 720 } } } }];
}

/** Headings such as "Schedule 2   Shares". No colon: Word would carry it into every reference to the schedule. */
const scheduleLevels: readonly ILevelsOptions[] = [
  {
    level: 0,
    text: 'Schedule %1',
    format: LevelFormat.DECIMAL,
    style: { style: paragraphStyle.schedule, paragraph: { indent: { left: 1_843, hanging: 1_843 } } },
  },
];

/** Nine levels, as many as Word has; deeper lists stay on the ninth. */
export const deepestList = 8;

/** How much further in each level of a list stands, in twentieths of a point. */
export const listIndent = 425;

interface Mark {
  readonly text: string;
  readonly format: Format;
  readonly start?: number;
}

function listLevels(mark: (level: number) => Mark, first: string | null): readonly ILevelsOptions[] {
  return Array.from({ length: deepestList + 1 }, (_, level) => ({
    level,
    ...mark(level),
    style: {
      ...(level === 0 && first !== null ? { style: first } : {}),
      paragraph: { indent: { left: listIndent * (level + 1), hanging: listIndent } },
    },
  }));
}

const numberFormats = [LevelFormat.DECIMAL, LevelFormat.LOWER_LETTER, LevelFormat.LOWER_ROMAN] as const;

const numberKindFormats: Readonly<Record<NumberKind, Format>> = {
  '1': LevelFormat.DECIMAL,
  a: LevelFormat.LOWER_LETTER,
  A: LevelFormat.UPPER_LETTER,
  i: LevelFormat.LOWER_ROMAN,
  I: LevelFormat.UPPER_ROMAN,
};

/** The greatest number that Word starts a list at. */
const greatestStart = 32_767;

/**
 * The numbering of one numbered list that stands at a level of its own; `instance` tells it from every other list. Lists
 * that begin elsewhere than at 1, or that are numbered in another way than their level is, bring their own definition.
 */
export function numberedList(
  level: number,
  { start = 1, type }: NonNullable<RichList['attrs']>,
  instance: number,
): Exclude<IParagraphOptions['numbering'], undefined | false> {
  if (start === 1 && type === undefined) return { reference: 'numbers', level, instance };
  const first = Math.min(Math.max(start, 0), greatestStart);
  const reference = `numbers ${level} ${type ?? ''} ${first}`;
  const format = type === undefined ? {} : { format: numberKindFormats[type] };
  const levels = listLevels((at) => ({ ...number(at), ...(at === level ? { ...format, start: first } : {}) }), null);
  return { reference: { reference, levels }, level, instance };
}

/**
 * The lists of a document. Levels name their styles as the styles name their levels. Only documents with clauses hold the
 * clause list, since it would otherwise claim the heading style of those without.
 */
export function documentNumbering(numbered: boolean): INumberingOptions {
  return {
    config: [
      { reference: 'clauses', levels: numbered ? clauseLevels : clauseLevels.slice(1) },
      { reference: 'schedules', levels: scheduleLevels },
      { reference: 'parties', levels: hanging('(%1)', LevelFormat.DECIMAL, paragraphStyle.party) },
      { reference: 'recitals', levels: hanging('(%1)', LevelFormat.UPPER_LETTER, paragraphStyle.recital) },
      { reference: 'bullets', levels: listLevels(bullet, paragraphStyle.listBullet) },
      { reference: 'numbers', levels: listLevels(number, null) },
    ],
  };
}

function bullet(level: number): Mark {
  return { format: LevelFormat.BULLET, text: level % 2 === 0 ? '•' : '–' };
}

function number(level: number): Mark {
  return { format: numberFormats[level % 3] ?? LevelFormat.DECIMAL, text: `%${level + 1}.` };
}
