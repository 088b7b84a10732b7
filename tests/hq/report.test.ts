import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tableAsCsv } from '@domain/exchange/csv';
import { type Fact, judged, reportOf } from '@domain/hq/report';
import { describe, expect, it } from 'vitest';
import { report } from '../../electron/hq/commands/report';
import { reportPage } from '../../electron/hq/report/page';
import { REPORT_WORDS } from '../../electron/hq/report/report-words';
import { reportTables } from '../../electron/hq/report/tables';
import { aFolder, TestOffice, TestStore } from './support';

const MARCH = { from: '2026-03', to: '2026-03' };

describe('exchange, The head-office reader: report', () => {
  it('writes one page and the tables behind it, equal to what was sent, and names who is late', async () => {
    const [one, two] = [new TestStore(1), new TestStore(2)];
    const office = await new TestOffice().with(one, two);
    await one.pack([1250, 3000]);
    await office.ingest(one.folder, two.folder);
    office.now += 60 * 86_400_000;
    const out = join(aFolder(), 'figures');
    const { answer } = await office.run(report, [], { ...MARCH, out, lang: 'en' });
    expect(answer).toMatchObject({
      total: { sales: 2, salesFen: 4250, members: 0 },
      regions: [{ region: '华东', salesFen: 4250 }],
      attention: [{ name: '店1' }, { name: '店2' }],
    });
    expect(readdirSync(out).toSorted()).toEqual(
      [
        'attention.csv',
        'months.csv',
        'regions.csv',
        'report.html',
        'store-months.csv',
        'stores.csv',
      ].toSorted(),
    );
    const page = readFileSync(join(out, 'report.html'), 'utf8');
    expect(page).toContain('¥42.50');
    expect(page).toContain('店2');
    expect(readFileSync(join(out, 'months.csv'), 'utf8')).toContain('"2026-03","0","2","42.50"');
  });

  it('refuses a month that is none, and says which option it is', async () => {
    const office = await new TestOffice().with();
    await expect(office.run(report, [], { from: '2026-13' })).rejects.toThrow('--from');
  });

  const store = (number: number, name = `店${number}`) => ({
    ...{ store: `s${number}`, name, region: '' },
    madeAt: 1000,
  });

  it.each([
    ['zh', 9_999_900, ['¥99,999']],
    ['zh', 12_345_600, ['¥12.3万']],
    ['zh', 1_234_567_800, ['¥1,235万']],
    ['zh', 12_345_678_900, ['¥1.2亿']],
    ['en', 12_345_600, ['¥123k']],
    ['en', 1_234_567_800, ['¥12.3M']],
  ] as const)(
    'bars are told in the units that the language counts in: %s, %i fen',
    (lang, salesFen, [told]) => {
      const own = reportOf([store(1)], [{ store: 's1', month: '2026-03', figures: { salesFen } }], MARCH);
      const page = reportPage({
        ...{ report: own, troubles: [], name: 'HQ', span: MARCH },
        ...{ madeOn: '2026-04-01', words: REPORT_WORDS[lang] },
      });
      expect(page).toContain(`>${told}</text>`);
    },
  );

  it('needs no script and no network, and shows names as text, whatever they are', () => {
    const name = '<script src="https://x.cn">&';
    const own = reportOf([store(1, name)], [{ store: 's1', month: '2026-03', figures: { sales: 1 } }], MARCH);
    const page = reportPage({
      ...{ report: own, troubles: [{ store: 's1', name, region: '', what: [name] }], name, span: MARCH },
      ...{ madeOn: '2026-04-01', words: REPORT_WORDS.zh },
    });
    expect(page).not.toMatch(/<script|<link|<img|src="|href=|url\(|@import/);
    expect(page).toContain('&lt;script');
  });

  it('never gives a spreadsheet a formula to run', async () => {
    const own = reportOf([store(1, '=1+1')], [], MARCH);
    const troubles = [{ store: 's1', name: '@x', region: '+1', what: ['-2'] }];
    const tables = reportTables(own, troubles, REPORT_WORDS.en);
    let text = '';
    for (const { head, rows } of tables) for await (const piece of tableAsCsv(head, [rows])) text += piece;
    expect(text).toContain(`"'=1+1"`);
    expect(text).toContain(`"'@x","'+1","'-2"`);
  });

  it('shows a thousand stores by those that sold most, and says where the others are', () => {
    const stores = Array.from({ length: 1000 }, (_, at) => store(at));
    const facts: Fact[] = stores.map(({ store }, at) => ({
      ...{ store, month: '2026-03' },
      figures: { sales: 1, salesFen: at * 100 },
    }));
    const own = reportOf(stores, facts, MARCH);
    expect(own.stores[0]?.store?.store).toBe('s999');
    expect(own.total.salesFen).toBe(49_950_000);
    const page = reportPage({
      ...{
        report: own,
        troubles: [],
        name: '总部',
        span: MARCH,
        madeOn: '2026-04-01',
        words: REPORT_WORDS.en,
      },
    });
    expect(page).toContain('The other 980 are in stores.csv.');
    expect(page.length).toBeLessThan(60_000);
  });

  it('judges complaints as the store does: late once is late, a running clock says nothing yet', () => {
    const running = {
      ...{ isAnswered: false, isResolved: false, responseBreached: false, resolutionBreached: false },
      ...{ responseDueAt: 100, resolutionDueAt: 200, count: 3 },
    };
    expect(judged(running, 100)).toMatchObject({ complaints: 3, responseDue: 0, resolutionDue: 0 });
    expect(judged(running, 101)).toMatchObject({ respondedOnTime: 0, responseDue: 3, resolutionDue: 0 });
    const done = { ...running, isAnswered: true, isResolved: true, responseDueAt: 0, resolutionDueAt: 0 };
    expect(judged(done, 999)).toMatchObject({ respondedOnTime: 3, responseDue: 3, resolvedOnTime: 3 });
    expect(judged({ ...done, responseBreached: true }, 999)).toMatchObject({
      respondedOnTime: 0,
      responseDue: 3,
    });
  });
});
