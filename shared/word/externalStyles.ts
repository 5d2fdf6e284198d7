import { textWidth } from './pageSize.ts';

export const tableStyle = 'MusterTable';
export const signatureLineStyle = 'SignatureLine';
export const signatureEndStyle = 'SignatureEnd';

const sides = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'];
const rules = sides.map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="8A97A6"/>`).join('');

/** Thin rules and a shaded header row. */
const tableStyleXml = `<w:style w:type="table" w:customStyle="1" w:styleId="${tableStyle}">
<w:name w:val="Muster Table"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="59"/>
<w:tblPr><w:tblBorders>${rules}</w:tblBorders>
<w:tblCellMar><w:left w:w="100" w:type="dxa"/><w:right w:w="100" w:type="dxa"/></w:tblCellMar></w:tblPr>
<w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="E3EAF1"/></w:tcPr></w:tblStylePr>
</w:style>`;

/** A label, and from the tab on a line to write on; kept with the line below, so that a block never parts. */
const signatureLineXml = signatureStyle(
  signatureLineStyle,
  'Signature Line',
  'Normal',
  `<w:keepNext/><w:tabs><w:tab w:val="left" w:pos="4400"/>
<w:tab w:val="right" w:leader="underscore" w:pos="${textWidth('portrait')}"/></w:tabs>
<w:spacing w:before="160" w:after="120"/>`,
);

const signatureEndXml = signatureStyle(
  signatureEndStyle,
  'Signature End',
  signatureLineStyle,
  '<w:keepNext w:val="0"/><w:spacing w:before="160" w:after="360"/>',
);

function signatureStyle(id: string, name: string, basedOn: string, properties: string): string {
  return `<w:style w:type="paragraph" w:customStyle="1" w:styleId="${id}"><w:name w:val="${name}"/>
<w:basedOn w:val="${basedOn}"/><w:pPr>${properties}</w:pPr></w:style>`;
}

/** The styles that `docx` has no options for, as a style sheet of WordprocessingML (ISO/IEC 29500-1 §17.7). */
export const externalStyles = `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
${tableStyleXml}${signatureLineXml}${signatureEndXml}</w:styles>`;
