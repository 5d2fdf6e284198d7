import { describe, expect, test } from 'vitest';
import { useByHeading } from '../../shared/interchange/pasted/columnUses.ts';
import { readWeight, statedIn } from '../../shared/interchange/pasted/cellValues.ts';
import {
  type ListKind,
  readList,
  type ReadRow,
  type RowRole,
  rowsOf,
} from '../../shared/interchange/pasted/pastedList.ts';
import { questionList, readQuestions } from '../../shared/interchange/pasted/pastedQuestions.ts';
import { readRequirements, requirementList } from '../../shared/interchange/pasted/pastedRequirements.ts';
import { capabilityList, readCapabilities } from '../../shared/interchange/pasted/pastedCapabilities.ts';
import { readSheetText } from '../../shared/interchange/pasted/sheetText.ts';

type Read<T> = (...given: Parameters<typeof readQuestions>) => readonly ReadRow<T>[];

/** What pasting this would add, with every other row and why it is none. */
function pasted<T>(text: string, kind: ListKind, read: Read<T>, chosen: ReadonlyMap<number, RowRole> = new Map()) {
  const list = readList(text, kind);
  const rows = rowsOf(list, list.uses, chosen, kind);
  const values = read(rows, list.uses);
  return {
    uses: list.uses,
    added: values.filter((_, at) => rows[at]?.role === 'add').map(({ value }) => value),
    remarks: values.flatMap(({ remark }, at) => (rows[at]?.role === 'add' && remark !== '' ? [remark] : [])),
    others: rows.filter(({ role }) => role !== 'add').map(({ role, remark }) => remark || role),
  };
}

const questions = (text: string, chosen?: ReadonlyMap<number, RowRole>) =>
  pasted(text, questionList, readQuestions, chosen);
const requirements = (text: string) => pasted(text, requirementList, readRequirements);
const capabilities = (text: string) => pasted(text, capabilityList, readCapabilities).added;

const none = { kind: 'none', value: 0 };
const words = (value: number) => ({ kind: 'words', value });
const asked = { number: '', section: '', weight: null, marks: null, limit: none };

describe('cells as they were copied', () => {
  test.each<[string, string, readonly (readonly string[])[]]>([
    [
      'a cell of several lines',
      '"ISO 9001\nor an equivalent"\t10%\r\nNext\t5%\r\n',
      [
        ['ISO 9001\nor an equivalent', '10%'],
        ['Next', '5%'],
      ],
    ],
    ['doubled quotation marks', '"£10m, ""any one claim"""\t5%', [['£10m, "any one claim"', '5%']]],
    [
      'a quotation that is no cell',
      '"Best value" is asked\t1\n"open\t2',
      [
        ['"Best value" is asked', '1'],
        ['"open', '2'],
      ],
    ],
    ['a list of lines', 'One, two\n"Three"\n', [['One, two'], ['"Three"']]],
    ['a column of cells of several lines', '"One\r\ntwo"\r\nThree\r\n', [['One\r\ntwo'], ['Three']]],
    [
      'a CSV file',
      'No.,Question\n1,"How, and when?"\n',
      [
        ['No.', 'Question'],
        ['1', 'How, and when?'],
      ],
    ],
    ['sentences with commas', 'Plan, do, check\nHire, train, keep\n', [['Plan, do, check'], ['Hire, train, keep']]],
  ])('%s', (_, text, rows) => {
    expect(readSheetText(text).rows).toEqual(rows);
  });

  test('are read in one pass: a megabyte of opened quotation marks takes no time', () => {
    expect(readSheetText('"a\t"b\t'.repeat(150_000)).rows[0]).toHaveLength(300_001);
  });
});

describe('the heading of a column is known by whole words and units', () => {
  test.each([
    ['No.', 'number'],
    ['Q No.', 'number'],
    ['Question No.', 'number'],
    ['Ref', 'number'],
    ['Question reference', 'number'],
    ['Item', 'number'],
    ['#', 'number'],
    ['S/N', 'number'],
    ['Section', 'section'],
    ['Theme', 'section'],
    ['Lot', 'section'],
    ['Question', 'text'],
    ['Evaluation criteria', 'text'],
    ['Mandatory requirement', 'text'],
    ['Weighting (%)', 'weight'],
    ['% Weight', 'weight'],
    ['Weightage', 'weight'],
    ['%', 'weight'],
    ['% of total marks', 'weight'],
    ['Question weighting', 'weight'],
    ['Section weighting', 'ignore'],
    ['Maximum marks', 'marks'],
    ['Max score', 'marks'],
    ['Marks available', 'marks'],
    ['Max. points', 'marks'],
    ['Pass mark', 'ignore'],
    ['Minimum score', 'ignore'],
    ['Weighted score', 'ignore'],
    ['Bidder response', 'ignore'],
    ['Word count', 'words'],
    ['Max. no. of words', 'words'],
    ['Word limit (max)', 'words'],
    ['Maximum words', 'words'],
    ['Character limit', 'characters'],
    ['Max characters (inc. spaces)', 'characters'],
    ['Page limit (A4)', 'pages'],
    ['No. of pages', 'pages'],
    ['Max pages', 'pages'],
    ['Page', 'ignore'],
    ['Page no.', 'ignore'],
    ['Limit', 'limit'],
    ['Word/page limit', 'limit'],
    ['Max length', 'limit'],
    ['Question wording', 'text'],
    ['Password policy', null],
    ['Remarkable', null],
  ])('%s is %s', (heading, use) => {
    expect(useByHeading(heading)).toBe(use);
  });
});

describe('questions', () => {
  test('“Maximum marks” is marks, and no limit', () => {
    const text =
      'Question No.\tQuestion\tMaximum marks\n9.1\tDescribe your mobilisation plan\t10\n9.2\tDescribe your social value offer\t20\n';
    expect(questions(text).added).toEqual([
      { ...asked, number: '9.1', text: 'Describe your mobilisation plan', marks: 10 },
      { ...asked, number: '9.2', text: 'Describe your social value offer', marks: 20 },
    ]);
  });

  test('“Character limit” counts characters', () => {
    const text = 'No.\tQuestion\tWeighting\tCharacter limit\n9.3\tDescribe how you will report\t10%\t4000\n';
    expect(questions(text).added).toEqual([
      {
        ...asked,
        number: '9.3',
        text: 'Describe how you will report',
        weight: 10,
        limit: { kind: 'characters', value: 4000 },
      },
    ]);
  });

  test('a percentage in what is asked is not the weight; what is stated as weight and limit is', () => {
    const text = '9.5 How will you answer 95% of calls within 20 seconds? (Weighting 15%, maximum 750 words)';
    expect(questions(text).added).toEqual([
      {
        ...asked,
        number: '9.5',
        text: 'How will you answer 95% of calls within 20 seconds? (Weighting 15%, maximum 750 words)',
        weight: 15,
        limit: words(750),
      },
    ]);
  });

  test('“Page limit” is pages, also in words and in sides', () => {
    const text = 'Ref\tQuestion\tPage limit (A4)\nA1\tPlan\t2\nA2\tTeam\ttwo sides of A4\nA3\tRisk\tone page\n';
    expect(questions(text).added.map(({ limit }) => limit)).toEqual([
      { kind: 'pages', value: 2 },
      { kind: 'pages', value: 2 },
      { kind: 'pages', value: 1 },
    ]);
  });

  test('a table as UK tenders have it: a title, merged sections, fractions, hard spaces, a total', () => {
    const text = [
      'Quality questions\t\t\t\t',
      'Section\tQ No.\tQuestion\tWeighting (%)\tWord limit (max)',
      'Delivery\t1.1\t"How will you\r\nmobilise?"\t0.15\t1,000',
      '\t1.2\tHow will you report?\t0.125\t500 words',
      'People\t2.1\tWho\u00A0will work on it?\t0.725\tN/A',
      'Total\t\t\t1\t',
    ].join('\r\n');
    const read = questions(text);
    expect(read.added).toEqual([
      { ...asked, section: 'Delivery', number: '1.1', text: 'How will you\nmobilise?', weight: 15, limit: words(1000) },
      { ...asked, section: 'Delivery', number: '1.2', text: 'How will you report?', weight: 12.5, limit: words(500) },
      { ...asked, section: 'People', number: '2.1', text: 'Who will work on it?', weight: 72.5 },
    ]);
    expect(read.others).toEqual(['Above the headings', 'Headings of the columns', 'Looks like a total']);
  });

  test('a row with one cell heads a section, until the person says that it is a question', () => {
    const text =
      'No.\tQuestion\tWeight\nSection A: Quality\t\t\n1\tYour plan\t60%\nSocial value\t\t\n2\tYour offer\t40%';
    expect(questions(text).added.map(({ section }) => section)).toEqual(['Section A: Quality', 'Social value']);
    expect(questions(text, new Map([[3, 'add']])).added.map(({ section }) => section)).toEqual([
      'Section A: Quality',
      'Section A: Quality',
      'Section A: Quality',
    ]);
  });

  test('what a column cannot take stays in the text, and is told', () => {
    const text = 'No.\tQuestion\tWeight\tLimit\n5\tYour plan\tPass/Fail\t500\n6\tYour team\t10%\tas you like';
    const read = questions(text);
    expect(read.added.map((one) => one.text)).toEqual(['Your plan\nPass/Fail\n500', 'Your team\nas you like']);
    expect(read.remarks).toHaveLength(2);
  });

  test('no column erases what another gave: a second that differs stays in the text, and is told', () => {
    const heads = 'No.\tQuestion\tWord limit\tPage limit';
    const only = (row: string) => questions(`${heads}\n${row}`);
    expect(only('1\tYour plan\t500\tN/A').added).toEqual([
      { ...asked, number: '1', text: 'Your plan', limit: words(500) },
    ]);
    expect(only('1\tYour plan\tN/A\t2').added[0]?.limit).toEqual({ kind: 'pages', value: 2 });
    expect(only('1\tYour plan (max 500 words)\tN/A\tN/A').added[0]?.limit).toEqual(words(500));
    const both = only('1\tYour plan\t500\t2');
    expect(both.added).toEqual([{ ...asked, number: '1', text: 'Your plan\n2', limit: words(500) }]);
    expect(both.remarks).toEqual(['“2” is a second limit with a unit and stays in the text']);
    expect(only('1\tYour plan\t500\tas you like').added[0]).toMatchObject({
      text: 'Your plan\nas you like',
      limit: words(500),
    });
  });

  test('a second weight or answer of a requirement stays in the text, and is told', () => {
    const cells = ['Cut grass', '10%', '20%', 'yes', 'no'];
    const uses = ['text', 'weight', 'weight', 'mandatory', 'mandatory'] as const;
    expect(readRequirements([{ at: 0, cells, section: '', role: 'add', remark: '', isDoubtful: false }], uses)).toEqual(
      [
        {
          value: { text: 'Cut grass\n20%\nno', weight: 10, mandatory: true },
          remark: '“20%” is a second weight and stays in the text. “no” is a second yes or no and stays in the text',
        },
      ],
    );
  });

  test('columns without headings are known by what stands in them, and numbers alone by nobody', () => {
    const text =
      '1.1\tQuality\tHow will you cut the grass?\t500 words\t20%\n1.2\tQuality\tHow often will you do it?\t250 words\t80%';
    expect(questions(text).uses).toEqual(['number', 'section', 'text', 'words', 'weight']);
    expect(questions('1\tHow will you cut it?\t10\n2\tHow often will you?\t30').uses).toEqual([
      'number',
      'text',
      'unknown',
    ]);
    expect(questions('1\tHow will you cut it?\t40\n2\tHow often will you?\t60').uses).toEqual([
      'number',
      'text',
      'weight',
    ]);
  });

  test('columns are known by their heads, in whatever order they stand', () => {
    expect(questions('Max words\tCriteria\tQ No\tWeighting (%)\n750\tHow will you mobilise?\t2.1\t15\n').added).toEqual(
      [{ ...asked, number: '2.1', text: 'How will you mobilise?', weight: 15, limit: words(750) }],
    );
  });

  test.each([
    ['1.2 How will you report? (500 words, 20%)', '1.2', 20, null, words(500)],
    ['Q3. Describe your team', '3', null, null, none],
    ['4) Social value', '4', null, null, none],
    ['2027 brings a new park: how will you open it?', '', null, null, none],
    ['Describe in 2,000 characters', '', null, null, { kind: 'characters', value: 2000 }],
    ['How will you cut emissions by 20%', '', null, null, none],
    ['How will you reach 95% (of 3 words a line)?', '', null, null, none],
    ['Describe how you meet the target (95%)', '', null, null, none],
    ['How will you mobilise? 20%', '', 20, null, none],
    ['How will you mobilise? [10 marks]', '', null, 10, none],
    ['How will you mobilise? (max score: 5; no more than 2 sides of A4)', '', null, 5, { kind: 'pages', value: 2 }],
    ['Team, weighted at 12.5%: who?', '', 12.5, null, none],
    ['Who? 30% of the total marks', '', 30, null, none],
  ])('a line alone gives what it says: %s', (line, number, weight, marks, limit) => {
    expect(questions(line).added).toMatchObject([{ number, weight, marks, limit }]);
  });

  test('percentages in last brackets are weights where several questions have one', () => {
    expect(questions('Mobilisation (60%)\nSocial value (40%)').added.map(({ weight }) => weight)).toEqual([60, 40]);
    expect(questions('Meet the KPI (95%)\nKeep it (98%)').added.map(({ weight }) => weight)).toEqual([null, null]);
  });

  test.each(['', '\n\n', '\t\t\n'])('nothing gives no question', (text) => {
    expect(questions(text).added).toEqual([]);
  });
});

test.each<[string, boolean, number | null]>([
  ['15%', false, 15],
  ['12.5 %', false, 12.5],
  ['(15%)', false, 15],
  ['7,5 %', false, 7.5],
  ['0.15', true, 15],
  ['15%', true, 15],
  ['33.3333%', false, 33.33],
  ['120%', false, null],
  ['10-15%', false, null],
  ['-5', false, null],
  ['TBC', false, null],
])('the weight %s, of fractions %s, is %s', (cell, isFraction, weight) => {
  expect(readWeight(cell, isFraction)).toBe(weight);
});

test('headings of sections and totals do not decide what a column holds', () => {
  const text =
    'Section A: Delivery\t\t\t\n8.1\tHow will you mobilise?\t10\t2\n8.2\tHow will you report?\t30\t1\nTotal\t\t40\t';
  expect(readList(text, questionList).uses).toEqual(['number', 'text', 'unknown', 'unknown']);
});

test('a sentence that states nothing of itself gives nothing', () => {
  expect(statedIn('Pay 100% of invoices within 30 days, and score 5 points.')).toEqual({
    weight: null,
    marks: null,
    limit: null,
    lastPercentage: null,
  });
});

describe('requirements', () => {
  test('cells in quotation marks are whole requirements', () => {
    const text = '"Hold ISO 9001\nor an equivalent"\t10%\n"Insurance of £10m, ""any one claim"""\t5%\n';
    expect(requirements(text).added).toEqual([
      { text: 'Hold ISO 9001\nor an equivalent', weight: 10, mandatory: false },
      { text: 'Insurance of £10m, "any one claim"', weight: 5, mandatory: false },
    ]);
  });

  test('numbers stay, bullets go, and one without a weight is one all the same', () => {
    expect(requirements('Ref\tRequirement\tMandatory\tWeight\nR1\tLiving wage\tY\t\nR2\tTools\tN\t10').added).toEqual([
      { text: 'R1 Living wage', weight: 0, mandatory: true },
      { text: 'R2 Tools', weight: 10, mandatory: false },
    ]);
    expect(requirements('• Living wage\n- Tools and vans\nReach 95% of homes').added).toEqual([
      { text: 'Living wage', weight: 0, mandatory: false },
      { text: 'Tools and vans', weight: 0, mandatory: false },
      { text: 'Reach 95% of homes', weight: 0, mandatory: false },
    ]);
    expect(requirements('Living wage\t\nTools\t10%').added).toHaveLength(2);
  });
});

describe('capabilities', () => {
  test('lines as people paste them are capabilities in their groups', () => {
    const text = [
      'Catering',
      '',
      'Places and environment:',
      '• Arboriculture – surveys and work on trees',
      '  1. Grounds maintenance\tmowing, planting',
      'Re-use and recycling',
      'People:',
      '- TUPE transfers\r',
    ].join('\n');
    expect(capabilities(text)).toEqual([
      { group: '', name: 'Catering', description: '' },
      { group: 'Places and environment', name: 'Arboriculture', description: 'surveys and work on trees' },
      { group: 'Places and environment', name: 'Grounds maintenance', description: 'mowing, planting' },
      { group: 'Places and environment', name: 'Re-use and recycling', description: '' },
      { group: 'People', name: 'TUPE transfers', description: '' },
    ]);
  });

  test('a table gives its columns, with cells of several lines', () => {
    expect(capabilities('Group\tCapability\tDescription\nPlaces\tArboriculture\t"Surveys\nand work on trees"')).toEqual(
      [{ group: 'Places', name: 'Arboriculture', description: 'Surveys\nand work on trees' }],
    );
  });
});
