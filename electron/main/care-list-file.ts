import { stringify } from 'csv-stringify/sync';
import { guardFormula, guardNumber } from '../../db/domain/exchange/formula-guard';

/** One member on a list. */
export interface ListLine {
  readonly phone: string | null;
  readonly text: string;
  readonly memberNo: string;
  readonly name: string;
}

/**
 * A table as systems for SMS take it: phone and text first, then who it is for the person who looks it
 * over. With a byte order mark, or a spreadsheet reads the Chinese as noise.
 */
export function listAsCsv(lines: readonly ListLine[], locale: 'zh-CN' | 'en'): string {
  const titles =
    locale === 'en' ? ['Phone', 'Text', 'Member no', 'Name'] : ['手机号', '内容', '会员号', '姓名'];
  const rows = lines.map(({ phone, text, memberNo, name }) => [
    guardNumber(phone ?? ''),
    guardFormula(text),
    guardNumber(memberNo),
    guardFormula(name),
  ]);
  const csv = stringify([titles, ...rows], { quoted: true, quoted_empty: true, record_delimiter: '\r\n' });
  return `\ufeff${csv}`;
}

/** One block per member, to be copied one after the other into WeChat or WeCom. */
export function listAsText(lines: readonly ListLine[]): string {
  const blocks = lines.map(
    ({ phone, text, memberNo, name }) =>
      `${[name, phone, memberNo].filter((part) => part !== null && part !== '').join(' ')}\n${text}\n`,
  );
  return blocks.join('\n');
}
