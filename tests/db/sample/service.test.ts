import { CHECKLIST_ITEMS } from '@domain/handbook/checklist';
import { isComplete } from '@domain/handbook/service-level';
import { DEFAULT_RULES } from '@domain/settings/shop-rules';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aSampleStore, type SampleStore } from './sample-store';

const NOW = '2026-11-22T04:00:00Z';

let store: SampleStore;
beforeAll(() => {
  store = aSampleStore(NOW, { members: 600 });
}, 60_000);
afterAll(() => store.remove());

const one = <T>(sql: string, ...parameters: unknown[]): T =>
  store.raw
    .prepare(sql)
    .pluck()
    .get(...parameters) as T; // one value, of the type that the query names
const all = <T>(sql: string): T[] => store.raw.prepare(sql).all() as T[]; // the columns that the query names

describe('what customers said', () => {
  it('S84 about bills that were made, of the day, to whom the bill belongs, once within the pause', () => {
    expect(one('select count(*) from survey_answer')).toBeGreaterThan(60);
    expect(
      one(`select count(*) from survey_answer a join purchase p on p.id = a.purchase_id
        where a.member_id <> p.member_id or a.at < p.bought_at or a.business_date <> p.business_date`),
    ).toBe(0);
    expect(
      one(
        `select count(*) from survey_answer a join survey_answer b on b.member_id = a.member_id and b.seq > a.seq
          where julianday(b.business_date) - julianday(a.business_date) < ?`,
        DEFAULT_RULES.surveys.pauseDays,
      ),
    ).toBe(0);
  });

  it('S88 scores dimensions that the shop asks about', () => {
    const known = DEFAULT_RULES.surveys.dimensions.map(({ id }) => id);
    for (const { dimension } of all<{ dimension: string }>('select distinct dimension from survey_score'))
      expect(known).toContain(dimension);
  });

  it('S84 is followed by changes, and more are content since', () => {
    const [first, last] = all<{ since: string }>('select since from service_change order by since');
    expect(first).toBeDefined();
    const content = (sql: string) =>
      one<number>(
        `select avg(satisfaction >= 4) from survey_answer where business_date ${sql} ?`,
        last?.since,
      );
    expect(content('>=')).toBeGreaterThan(content('<'));
  });
});

describe('five months of care', () => {
  it('S57 S45 S62 has follow-ups, wishes and attempts to bring back, in every state', () => {
    const kinds = all<{ kind: string }>('select distinct kind from care_task').map(({ kind }) => kind);
    expect(kinds.sort()).toEqual(['birthday', 'dormant', 'first_purchase', 'win_back']);
    const states = all<{ state: string }>('select distinct state from care_task').map(({ state }) => state);
    for (const state of ['done', 'lapsed', 'control']) expect(states).toContain(state);
  });

  it('S58 never exceeds the budget of a month', () => {
    const { perMonth } = DEFAULT_RULES.care.budget;
    const most = one<number>(`select max(n) from (select count(*) as n from care_contact c where counted = 1
      and not exists (select 1 from care_outcome o where o.contact_id = c.id and o.outcome = 'not_sent')
      group by member_id, month)`);
    expect(most).toBeLessThanOrEqual(perMonth);
  });

  it('disturbs nobody in the quiet hours', () => {
    const hours = all<{ hour: number }>(
      `select distinct cast(strftime('%H', at / 1000, 'unixepoch', '+8 hours') as integer) as hour from care_contact`,
    );
    expect(hours.length).toBeGreaterThan(0);
    for (const { hour } of hours) expect([10, 11]).toContain(hour);
  });

  it('S82 sends offers only to those who want them, and leaves out who was drawn by lot', () => {
    expect(
      one(`select count(*) from care_contact c where content = 'offer' and not exists (select 1 from consent_entry e
        where e.member_id = c.member_id and purpose = 'marketing' and action = 'given')`),
    ).toBe(0);
    expect(
      one(
        `select count(*) from care_contact c join care_task t on t.id = c.task_id where t.state = 'control'`,
      ),
    ).toBe(0);
  });

  it('happens when its task was made, never before and never in the future', () => {
    expect(
      one('select count(*) from care_contact c join care_task t on t.id = c.task_id where c.at < t.made_at'),
    ).toBe(0);
    for (const [table, column] of [
      ['care_contact', 'at'],
      ['care_outcome', 'at'],
      ['survey_answer', 'at'],
      ['care_task', 'made_at'],
    ])
      expect(one(`select max(${column}) from ${table}`), table).toBeLessThanOrEqual(store.order.now);
  });
});

describe('what the shop does beside the counter', () => {
  it('S47 has held an event and plans another', () => {
    const states = all<{ held: number; state: string }>(
      `select distinct held_on < '2026-11-22' as held, g.state from shop_event e join event_guest g on g.event_id = e.id`,
    );
    expect(states.filter(({ held }) => held === 1).map(({ state }) => state)).toContain('attended');
    expect(states.filter(({ held }) => held === 0).map(({ state }) => state)).toContain('coming');
  });

  it('S89 S91 S67 S87 checks itself, walks its lists, tells its stories and notes who did well', () => {
    for (const { levels } of all<{ levels: string }>('select levels from self_check'))
      expect(isComplete(JSON.parse(levels) as Record<string, number>)).toBe(true); // written by the story
    for (const { checklist, held } of all<{ checklist: 'standards' | 'training'; held: string }>(
      'select checklist, held from checklist_run',
    )) {
      const items: readonly string[] = CHECKLIST_ITEMS[checklist];
      for (const item of JSON.parse(held) as string[]) expect(items).toContain(item); // written by the story
    }
    expect(one('select count(*) from success_story where may_share = 1')).toBe(1);
    expect(
      all<{ kind: string }>('select kind from staff_note')
        .map(({ kind }) => kind)
        .sort(),
    ).toEqual(['reward', 'training']);
  });
});

describe('who the members are', () => {
  it('S10 S11 S33 some have told of their work and life, and everybody who has agreed to it', () => {
    const told = one<number>('select count(*) from member_profile');
    expect(told).toBeGreaterThan(100);
    expect(one('select count(distinct interest) from member_interest')).toBeGreaterThan(5);
    expect(
      one(`select count(*) from member_profile p where not exists
        (select 1 from consent_entry where member_id = p.member_id and purpose = 'personal_data')`),
    ).toBe(0);
  });

  it('S27 the owner has groups at hand, in rules that can be read', () => {
    const rules = all<{ rule: string }>('select rule from segment').map(({ rule }) => JSON.parse(rule));
    expect(rules).toHaveLength(3);
    for (const rule of rules) expect(rule.all.length).toBeGreaterThanOrEqual(2);
  });
});
