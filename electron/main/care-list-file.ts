import type { ListLine } from '../../db/care/lists';
import { csvLines, UTF8_MARK } from '../../db/domain/exchange/csv';
import { guardFormula, guardNumber } from '../../db/domain/exchange/formula-guard';
import type { Locale } from '../../db/domain/locale';

/**
 * A table as systems for SMS take it: phone and text first, then who it is for the person who looks it
 * over.
 */
export async function* listAsCsv(
  pages: AsyncIterable<readonly ListLine[]>,
  locale: Locale,
): AsyncGenerator<string> {
  const titles =
    locale === 'en' ? ['Phone', 'Text', 'Member no', 'Name'] : ['手机号', '内容', '会员号', '姓名'];
  yield UTF8_MARK + csvLines([titles]);
  for await (const lines of pages)
    yield csvLines(
      lines.map(({ phone, text, memberNo, name }) => [
        guardNumber(phone ?? ''),
        guardFormula(text),
        guardNumber(memberNo),
        guardFormula(name),
      ]),
    );
}

/** One block per member with an empty line after it, to be copied one after the other into WeChat or WeCom. */
export async function* listAsText(pages: AsyncIterable<readonly ListLine[]>): AsyncGenerator<string> {
  for await (const lines of pages)
    yield lines
      .map(({ phone, text, memberNo, name }) => {
        const who = [name, phone, memberNo].filter((part) => part !== null && part !== '');
        return `${who.join(' ')}\n${text}\n\n`;
      })
      .join('');
}
