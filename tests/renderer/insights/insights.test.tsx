import { ruleOfDrift } from '@domain/insights/rules-of';
// The parts are loaded before the clock of a test runs: charts are a large library.
import '@renderer/app/insights/insights-screen';
import '@renderer/app/insights/leaving-part';
import '@renderer/features/insights/screens/customers';
import '@renderer/features/insights/screens/goods';
import '@renderer/features/insights/screens/value';
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { faulted } from '../support/bridge';
import { laidOut, words } from '../support/window';
import { aRun, aStanding, atInsights, FOUND, grid, LIU, question, rowsOf, say } from './shop';

laidOut();

const cells = (row: HTMLElement | undefined) =>
  [...(row?.children ?? [])].map(({ textContent }) => textContent);

describe('of when it all is', () => {
  it('is said, with what has come since; F5 computes it anew', async () => {
    const { user, bridge } = await atInsights('customers', {
      'insights.standing': () => aStanding({ since: { entries: 3, rulesChanged: true, dayOver: false } }),
      'insights.run': () => ({ step: 'histories', done: 0, total: null }),
    });
    expect(await screen.findByText(/23,412/)).toBeDefined();
    expect(screen.getByText(new RegExp(say('standing.rules'))).textContent).toContain('3');
    await user.keyboard('{F5}');
    expect(bridge.of('insights.run')).toHaveLength(1);
  });

  it('a run at work says what it is at, and is not started twice', async () => {
    const { user, bridge } = await atInsights('customers', {
      'insights.standing': () => aStanding({ running: { step: 'judging', done: 500, total: 2000 } }),
    });
    expect((await screen.findByText(/500 \/ 2,000/)).textContent).toContain(say('standing.step.judging'));
    await user.keyboard('{F5}');
    expect(bridge.of('insights.run')).toHaveLength(0);
  });

  it('before the first run the page teaches and starts it', async () => {
    const { user, bridge } = await atInsights('customers', {
      'insights.standing': () => aStanding({ run: null }),
      'insights.run': () => ({ step: 'histories', done: 0, total: null }),
    });
    await screen.findByText(say('standing.never'));
    expect(document.activeElement).toBe(
      screen.getByRole('button', { name: new RegExp(say('standing.calculate')) }),
    );
    await user.keyboard('{Enter}');
    await waitFor(() => expect(bridge.of('insights.run')).toHaveLength(1));
    bridge.reply({ 'insights.standing': () => aStanding({ run: aRun() }) });
    bridge.tell({ type: 'data-changed', scopes: ['insights'] });
    expect(await question('classes.question')).toBeDefined();
  });

  it('a fault has its reference and a way on', async () => {
    await atInsights('customers', { 'insights.views': () => faulted('V1W2') });
    expect((await screen.findByRole('alert')).textContent).toContain('V1W2');
  });
});

describe('customers', () => {
  it('S01-S05 classes with the change of a week, and who moved from where to where, walked by arrows', async () => {
    const { user, bridge } = await atInsights('customers');
    const bars = await grid(say('classes.question'));
    expect(rowsOf(bars)[0]?.textContent).toContain(say('classes.since_week', { change: '−368' }));
    const drift = await grid(say('drift.question'));
    within(drift).getByText('22').focus();
    await user.keyboard('{ArrowRight}{ArrowRight}');
    expect(document.activeElement?.textContent).toBe('58');
    await user.keyboard('{Enter}');
    await waitFor(() =>
      expect(bridge.of('segments.members').at(-1)?.input).toMatchObject({ rule: ruleOfDrift('B', 'C') }),
    );
  });

  it('F4 turns every chart of the page into its table, and it stays so on the next page', async () => {
    const { user, turn } = await atInsights('customers');
    await grid(say('classes.question'));
    await user.keyboard('{F4}');
    expect(cells(rowsOf(await grid(say('classes.question')))[0])).toEqual([
      words('segments:choice.class.A'),
      '132',
      '6.6%',
      '500',
    ]);
    await turn();
    expect(cells(rowsOf(await grid(say('value.question')))[0]).slice(1)).toEqual([
      '284',
      '¥403,362.00',
      '66.9%',
    ]);
  });

  it('S07 the shop’s own share stands beside the rule of 80/20', async () => {
    await atInsights('customers', {}, { customers: 'value' });
    expect((await question('pareto.question')).textContent).toContain('66.9%');
    expect(screen.getByRole('img', { name: say('pareto.question') })).toBeDefined();
  });

  it('S23 new, old and lost customers say what they need most', async () => {
    await atInsights('customers', {}, { customers: 'stages' });
    const needs = await question('relation.question');
    for (const [relation, people] of [
      ['new', '311'],
      ['old', '803'],
      ['lost', '886'],
    ])
      expect(needs.textContent).toContain(
        `${say(`relation.need.${relation}`)}${say('people', { count: 2, people })}`,
      );
  });

  it('S14 cut-offs of RFM are shown, from the best band down', async () => {
    await atInsights('customers', {}, { customers: 'rfm' });
    const cuts = rowsOf(await grid(say('rfm.cuts_question')));
    expect(cells(cuts[0])).toEqual([
      '5',
      say('rfm.days', { count: 10 }),
      say('rfm.bills', { count: 20 }),
      '¥900.00',
    ]);
    expect(cells(cuts[4])).toEqual(['1', say('rfm.beyond'), say('rfm.less'), say('rfm.less')]);
    expect(within(await grid(say('rfm.grid_question'))).getByText('55')).toBeDefined();
  });

  it.each([
    ['S15 clusters by their centre', 'clusters', 'clusters.question', '34.10'],
    ['S12 the four traits of base customers', 'base', 'base.traits_question', '300'],
    ['how many of a month came again', 'retention', 'retention.question', '40%'],
    ['S26 how far members of each source have come', 'pipeline', 'pipeline.sources_question', '800'],
    ['S98 work with new and old members side by side', 'growth', 'growth.work_question', '33'],
  ] as const)('%s', async (_what, customers, key, figure) => {
    await atInsights('customers', {}, { customers });
    expect((await question(key)).textContent).toContain(figure);
  });

  it.each([
    [
      'S07',
      'value',
      'pareto.nobody',
      'pareto.question',
      { 'insights.pareto': { ...FOUND.pareto, buyers: 0 } },
    ],
    ['S14', 'rfm', 'rfm.nobody', 'rfm.cuts_question', { 'insights.rfm': { ...FOUND.rfm, members: 0 } }],
  ] as const)(
    '%s where nobody has bought yet a sentence stands, and no table of noughts',
    async (_what, customers, sentence, table, found) => {
      await atInsights(
        'customers',
        Object.fromEntries(Object.entries(found).map(([room, reply]) => [room, () => reply])),
        { customers },
      );
      expect(await screen.findByText(say(sentence))).toBeDefined();
      expect(screen.queryByRole('region', { name: say(table) })).toBeNull();
    },
  );

  it('S05 the sign-up target has risen by whom was excluded', async () => {
    await atInsights('customers', {}, { customers: 'growth' });
    const target = await question('growth.target', { month: '2026年11月' });
    expect(target.textContent).toContain(say('growth.joined_of', { count: 42, joined: '42', target: '55' }));
    expect(target.textContent).toContain(say('growth.left', { count: 13, left: '13' }));
  });

  it('the page is still open after a look elsewhere', async () => {
    const { user, turn } = await atInsights('customers', {}, { customers: 'value' });
    await question('value.question');
    await turn();
    await question('relation.question');
    await user.keyboard('{Control>}1{/Control}');
    await screen.findByRole('combobox', { name: words('members:box.label') });
    await user.keyboard('{Control>}7{/Control}');
    expect(await question('relation.question')).toBeDefined();
  });
});

describe('leaving', () => {
  it('S18 says why in words, and F6 has somebody call today', async () => {
    const { user, bridge } = await atInsights('leaving', {
      'care.addTask': () => ({ taskId: LIU.memberId }),
    });
    const list = await grid(say('warned.title'));
    expect(rowsOf(list)[0]?.textContent).toContain(say('warned.reason', { gap: '9 天', days: '31 天' }));
    expect(rowsOf(list)[1]?.textContent).toContain(say('warned.has_task'));
    await user.keyboard('{F6}');
    await waitFor(() => expect(bridge.of('care.addTask')).toHaveLength(1));
    expect(bridge.of('care.addTask')[0]?.input).toMatchObject({
      memberId: LIU.memberId,
      note: say('warned.task_note', { reason: say('warned.reason', { gap: '9 天', days: '31 天' }) }),
    });
    expect(await screen.findByText(say('warned.task_made', { name: LIU.name }))).toBeDefined();
    rowsOf(list)[0]?.focus();
    await user.keyboard('{ArrowDown}{F6}');
    expect(bridge.of('care.addTask')).toHaveLength(1);
  });

  it('S19 how likely they come again, with how well that was foretold beside it', async () => {
    const { turn } = await atInsights('leaving', {}, { leaving: 'chance' });
    expect((await question('chance.question')).textContent).toContain('90–100%');
    expect((await question('back_test.question')).textContent).toContain('8,062');
    await turn();
    const gaps = await question('gaps.question');
    expect(gaps.textContent).toContain(say('gaps.median', { count: 9 }));
    expect(gaps.textContent).toContain(say('gaps.month', { share: 76 }));
  });

  it('counts one time as one time', async () => {
    const { model } = FOUND;
    const once = { purchases: 1, members: 191, foretold: 1.26, real: 1.01 };
    if (!model.enough) throw new Error('the sample has a model');
    await atInsights(
      'leaving',
      {
        'insights.model': () => ({ ...model, backTest: { ...model.backTest, byFrequency: [once] } }),
      },
      { leaving: 'chance', locale: 'en' },
    );
    const [row] = rowsOf(await grid(say('back_test.question')));
    expect(cells(row)[0]).toBe('1 time');
  });

  it('with too few data the simple rule stands instead, and no number of a model', async () => {
    await atInsights(
      'leaving',
      {
        'insights.model': () => ({ enough: false, repeatBuyers: 37, needed: 200, didNotConverge: false }),
        'insights.worth': () => null,
      },
      { leaving: 'chance' },
    );
    const little = await question('enough.title');
    expect(little.textContent).toContain(say('enough.how_many', { count: 37, buyers: '37', needed: '200' }));
    expect(little.textContent).toContain('886');
    expect(screen.queryByRole('region', { name: say('chance.question') })).toBeNull();
  });
});

describe('value, forecast and goods', () => {
  it('S16 what 12 months should bring is rounded: nobody takes it for a sum', async () => {
    await atInsights('value');
    expect((await question('future.title')).textContent).toContain('¥579,000');
    expect((await question('future.by_class')).textContent).toContain('¥231,000');
  });

  it('the parameters of the model name their papers behind ?', async () => {
    const { user } = await atInsights('value', {}, { value: 'model' });
    (
      await screen.findByRole('button', { name: new RegExp(say('model.question').replace('？', '')) })
    ).focus();
    await user.keyboard('?');
    expect((await screen.findByRole('dialog')).textContent).toContain('Fader, Hardie, Lee (2005)');
  });

  it('S20 next month with its interval, and whether such a word was better than “as last month”', async () => {
    await atInsights('value', {}, { value: 'forecast' });
    const next = await question('forecast.question', { month: '2026年12月' });
    expect(next.textContent).toContain('¥57,500');
    expect(next.textContent).toContain('¥69,800');
    expect((await question('forecast.tested_question')).textContent).toContain(say('forecast.better'));
  });

  it('S24 the product most bought again comes first; a share of three buyers is not drawn', async () => {
    const { user, turn } = await atInsights('goods');
    const bars = rowsOf(await grid(say('repurchase.question')));
    expect(bars.map((row) => row.children[0]?.textContent)).toEqual(['拿铁', '美式']);
    await user.keyboard('{F4}');
    expect(cells(rowsOf(await grid(say('repurchase.question'))).at(-1))[0]).toBe('周年蛋糕');
    await turn();
    expect(cells(rowsOf(await grid(say('together.question')))[0])).toEqual([
      '美式 + 拿铁',
      '2.13',
      '642',
      '1,773',
      '1,119',
    ]);
  });

  it('F10 writes the table in which the focus is', async () => {
    const { user, bridge } = await atInsights('goods', {
      'exchange.saveTable': () => ({ path: 'C:\\a.xlsx', rows: 3 }),
    });
    await grid(say('repurchase.question'));
    await user.keyboard('{F10}');
    await waitFor(() => expect(bridge.of('exchange.saveTable')).toHaveLength(1));
    expect(bridge.of('exchange.saveTable')[0]?.input).toMatchObject({
      title: say('repurchase.question'),
      rows: [['拿铁', 302 / 446, 302, 446, 1119, 2_000_000], expect.anything(), expect.anything()],
    });
  });

  it('a store whose bills name no products is told what to do', async () => {
    await atInsights('goods', {
      'insights.products': () => ({ ...FOUND.products, products: [], pairs: [] }),
    });
    expect(await screen.findByText(say('repurchase.nothing'))).toBeDefined();
  });
});
