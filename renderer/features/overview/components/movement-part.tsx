import type { Period } from '@domain/calendar/period';
import { ruleOfBuyers, ruleOfCustomers, ruleOfLost } from '@domain/overview/rules-of';
import type { SegmentRule } from '@domain/segments/segment';
import type { BusinessDate } from '@domain/units';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { whole } from '../../../lib/format';
import { type Phrase, useSay } from '../../../lib/phrase';
import { useFormat } from '../../../lib/store-context';
import type { Table } from '../../../lib/table';
import { Awaited } from '../../../ui/awaited';
import { BehindFigure } from '../../../ui/behind';
import { Bones } from '../../../ui/bones';
import { Question } from '../../../ui/question';
import { type Customers, useCustomers } from '../api';
import classes from './overview.module.css';

const MOVES = ['atStart', 'fresh', 'back', 'lost', 'atEnd', 'bought', 'returning'] as const;
type Move = (typeof MOVES)[number];
/** The sum that a person can do again: what comes before each. */
const SUM = [
  ['atStart', ''],
  ['fresh', '+ '],
  ['back', '+ '],
  ['lost', '− '],
  ['atEnd', '= '],
] as const satisfies readonly (readonly [Move, string])[];

/** How many customers there were, who came, who went, and how many there are now. */
export function MovementPart({ period }: { readonly period: Period }) {
  return (
    <Awaited of={useCustomers(period)} skeleton={<Bones rows={2} height={44} />}>
      {(customers) => <Movement customers={customers} />}
    </Awaited>
  );
}

function Movement({ customers }: { readonly customers: Customers }) {
  const { t } = useTranslation('overview');
  const say = useSay();
  const { today } = useFormat();
  const { now, before, dormantDays } = customers;
  const table = useMemo<Table>(
    () => ({
      title: t('question.movement'),
      columns: [
        { name: t('head.customers'), kind: 'text' },
        { name: t('chart.now'), kind: 'whole' },
        { name: t('chart.before'), kind: 'whole' },
      ],
      rows: MOVES.map((id) => {
        const rule = ruleBehind(id, customers, today);
        const title: Phrase = { key: `overview:move.${id}` };
        return {
          ...{ id, cells: [say(title), now[id], before[id]] },
          behind: rule === null ? undefined : { title, rule },
        };
      }),
    }),
    [t, say, customers, now, before, today],
  );
  return (
    <Question
      table={table}
      why={t('why.movement', { days: dormantDays })}
      answer={t('movement.bought', {
        ...{ count: now.bought, bought: whole(now.bought), returning: whole(now.returning) },
        fresh: whole(now.fresh),
      })}
      chart={
        <dl className={`${classes.moves} numbers`}>
          {SUM.map(([id, sign]) => (
            <div key={id}>
              <dt>{t(`move.${id}`)}</dt>
              <dd>
                {sign}
                <Counted
                  title={{ key: `overview:move.${id}` }}
                  count={now[id]}
                  rule={ruleBehind(id, customers, today)}
                />
              </dd>
            </div>
          ))}
        </dl>
      }
    />
  );
}

interface CountedProps {
  readonly title: Phrase;
  readonly count: number;
  readonly rule: SegmentRule | null;
}

function Counted({ title, count, rule }: CountedProps) {
  if (rule === null || count === 0) return whole(count);
  return (
    <BehindFigure title={title} rule={rule}>
      {whole(count)}
    </BehindFigure>
  );
}

/** Of some figures no rule of today can tell whom they counted: who was there at the start, who was new. */
function ruleBehind(move: Move, { period, dormantDays }: Customers, today: BusinessDate): SegmentRule | null {
  if (move === 'bought') return ruleOfBuyers(period, today);
  if (move === 'atEnd') return ruleOfCustomers(period, today, dormantDays);
  return move === 'lost' ? ruleOfLost(period, today, dormantDays) : null;
}
