import { xmlText } from './xlsx-text';

/** The fixed parts of a workbook (ECMA-376 part 1, 18.2 and 18.8). */
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE_RELS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE_RELS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Places in `cellXfs` of the styles below. */
export const STYLE = { text: 0, date: 0, head: 1, whole: 2, decimal: 3, money: 4, percent: 5 } as const;

const xf = (format: number, font = 0): string =>
  `<xf numFmtId="${format}" fontId="${font}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>`;
// 3 = #,##0 and 4 = #,##0.00 are built in; the formats of one's own begin at 164.
export const STYLES = `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="0.0%"/><numFmt numFmtId="165" formatCode="#,##0.##"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="6">${xf(0)}${xf(0, 1)}${xf(3)}${xf(165)}${xf(4)}${xf(164)}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

export const ROOT_RELS = `${XML}<Relationships xmlns="${PACKAGE_RELS}"><Relationship Id="rId1" Type="${OFFICE_RELS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;

export const partName = (part: number): string => `xl/worksheets/sheet${part}.xml`;

const parts = (count: number): number[] => Array.from({ length: count }, (_, at) => at + 1);

export const contentTypes = (sheets: number): string =>
  `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${SPREADSHEET}.sheet.main+xml"/>${parts(
    sheets,
  )
    .map((part) => `<Override PartName="/${partName(part)}" ContentType="${SPREADSHEET}.worksheet+xml"/>`)
    .join('')}<Override PartName="/xl/styles.xml" ContentType="${SPREADSHEET}.styles+xml"/></Types>`;

/** Sheets in the order in which they are shown. */
export const workbookXml = (sheets: readonly { readonly name: string; readonly part: number }[]): string =>
  `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE_RELS}"><sheets>${sheets
    .map(({ name, part }) => `<sheet name="${xmlText(name)}" sheetId="${part}" r:id="rId${part}"/>`)
    .join('')}</sheets></workbook>`;

export const workbookRels = (sheets: number): string =>
  `${XML}<Relationships xmlns="${PACKAGE_RELS}">${parts(sheets)
    .map(
      (part) =>
        `<Relationship Id="rId${part}" Type="${OFFICE_RELS}/worksheet" Target="worksheets/sheet${part}.xml"/>`,
    )
    .join(
      '',
    )}<Relationship Id="rId${sheets + 1}" Type="${OFFICE_RELS}/styles" Target="styles.xml"/></Relationships>`;
