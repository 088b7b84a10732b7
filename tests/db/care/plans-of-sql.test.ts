import { SOURCES } from '@db/care/generate/sources';
import { dueTasks, openTasksAfter } from '@db/care/open-tasks';
import { readOn } from '@db/reading';
import { DEFAULT_RULES } from '@domain/settings/shop-rules';
import { businessDate } from '@domain/units';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { crowd, insertBills, insertMembers, visits } from '../../support/member-rows';
import { plansOf } from '../../support/plans';
import { aStoreFile, STORE_NOW, type StoreFile } from '../../support/store-file';

describe('candidates are found by index, whatever the number of members', () => {
  let store: StoreFile;
  beforeAll(() => {
    store = aStoreFile();
    const ids = insertMembers(store.raw, crowd(300));
    insertBills(store.raw, visits(ids, 1500, '2026-05-17'));
    store.raw.exec('analyze');
  });
  afterAll(() => store.close());

  const planOf = (sql: string): string[] => {
    const values = Array.from(sql.matchAll(/\?/g), () => 1);
    return store.raw
      .prepare<unknown[], { detail: string }>(`explain query plan ${sql}`)
      .all(...values)
      .map(({ detail }) => detail);
  };

  it.each(SOURCES.map((source) => [source.kinds.join(', '), source] as const))('%s', (_kinds, { sql }) => {
    const steps = planOf(sql);
    expect(
      steps.filter((step) => step.startsWith('SCAN') && !/USING (COVERING )?INDEX member_valued/.test(step)),
    ).toEqual([]);
  });

  it('the list of the day reads the open tasks that are due, and what belongs to them', async () => {
    const moment = {
      now: STORE_NOW,
      today: businessDate('2026-05-18'),
      calendar: { zone: 'Asia/Shanghai', dayStartHour: 0 },
      rules: DEFAULT_RULES.care,
    };
    const plan = await plansOf(store, (db) => dueTasks(db, moment));
    expect(plan).toMatch(/care_task_due/);
    expect(plan).not.toMatch(/care_task_period|care_task_last_day/);
    expect(
      plan.split('\n').filter((step) => step.startsWith('SCAN') && !/json_each|asked/.test(step)),
    ).toEqual([]);
    expect(await plansOf(store, (db) => readOn(db, openTasksAfter(0, 10)))).toMatch(/care_task_open/);
  });
});
