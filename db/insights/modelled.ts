import { addDays } from '../domain/calendar/business-day';
import type { BusinessDate } from '../domain/units';
import { prepared } from '../prepared';
import type { Tx } from '../schema';
import { FORMAT } from './write';

/** Of an older run nobody can say who is silent now. */
const FRESH_DAYS = 7;

/** Whether the last run is whole, of this week, and had enough repeat buyers for its model (S18). */
export const judgedByModel = (tx: Tx, today: BusinessDate): boolean =>
  prepared(
    tx,
    `select 1 from insight_run where whole = 1 and format = ${FORMAT} and as_of between +? and +?
      and exists (select 1 from insight_finding where name = 'model' and finding ->> '$.enough' = 1)`,
  ).get(addDays(today, -FRESH_DAYS), today) !== undefined;
