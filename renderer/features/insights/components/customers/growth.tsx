import { RULE_OF_EXCLUDED, ruleOfJoined } from '@domain/insights/rules-of';
import { useTranslation } from 'react-i18next';
import { whole } from '../../../../lib/format';
import type { Answered as Reply } from '../../../../lib/rooms';
import { useFormat } from '../../../../lib/store-context';
import type { Table } from '../../../../lib/table';
import { Asked } from '../../../../ui/asked';
import { BarList } from '../../../../ui/bar-list';
import { BehindFigure } from '../../../../ui/behind';
import { FiguresPage } from '../../../../ui/figures-page';
import { Question } from '../../../../ui/question';
import { useGrowth } from '../../api';
import { Answered } from '../answered';
import type { PageProps } from '../indexed-part';
import page from '../part-page.module.css';

type SignUps = Reply<'insights', 'growth'>['signUps'];
type Months = Reply<'insights', 'growth'>['months'];

/** New members against the target (S05), and the work with new and old ones side by side (S98). */
export function Growth({ asOf }: PageProps) {
  const { t } = useTranslation('insights');
  return (
    <FiguresPage label={t('customers.growth')} asOf={asOf} takesFocus={false}>
      <Answered of={useGrowth()}>
        {({ signUps, months }) => (
          <>
            <Target signUps={signUps} />
            <Members months={months} />
            <Work months={months} />
          </>
        )}
      </Answered>
    </FiguresPage>
  );
}

function Target({ signUps }: { readonly signUps: SignUps }) {
  const { t } = useTranslation('insights');
  const format = useFormat();
  const { month, days, joined, target, excluded, excludedInMonth } = signUps;
  const left = Math.max(0, target - joined);
  return (
    <Asked title={t('growth.target', { month: format.month(month) })} why={t('growth.target_why')}>
      <span className={page.number}>
        <BehindFigure
          title={{ key: 'insights:growth.joined', values: { month: { month } } }}
          rule={ruleOfJoined(days)}
        >
          {t('growth.joined_of', { count: joined, joined: whole(joined), target: whole(target) })}
        </BehindFigure>
      </span>
      <p className={page.note}>
        {left === 0 ? t('growth.reached') : t('growth.left', { count: left, left: whole(left) })}
        {' · '}
        <BehindFigure title={{ key: 'insights:growth.excluded' }} rule={RULE_OF_EXCLUDED}>
          {t('growth.excluded_of', {
            count: excluded,
            excluded: whole(excluded),
            month: whole(excludedInMonth),
          })}
        </BehindFigure>
      </p>
    </Asked>
  );
}

function Members({ months }: { readonly months: Months }) {
  const { t } = useTranslation('insights');
  const format = useFormat();
  const table: Table = {
    title: t('growth.question'),
    columns: [
      { name: t('head.month'), kind: 'text' },
      { name: t('growth.new'), kind: 'whole' },
      { name: t('growth.all'), kind: 'whole' },
    ],
    rows: months.map(({ month, joined, members }) => ({
      id: month,
      cells: [format.month(month), joined, members],
    })),
  };
  return (
    <Question
      table={table}
      why={t('growth.why')}
      chart={
        <BarList
          label={table.title}
          bars={months.map(({ month, joined, members }) => ({
            id: month,
            name: format.month(month),
            value: joined,
            words: `+${whole(joined)}`,
            more: t('growth.members', { count: members, members: whole(members) }),
          }))}
        />
      }
    />
  );
}

function Work({ months }: { readonly months: Months }) {
  const { t } = useTranslation('insights');
  const format = useFormat();
  const table: Table = {
    title: t('growth.work_question'),
    columns: [
      { name: t('head.month'), kind: 'text' },
      { name: t('growth.new_contacts'), kind: 'whole' },
      { name: t('growth.reached_of'), kind: 'whole' },
      { name: t('growth.old_contacts'), kind: 'whole' },
      { name: t('growth.reached_of_old'), kind: 'whole' },
    ],
    rows: months.map(({ month, newWork, oldWork }) => ({
      id: month,
      cells: [format.month(month), newWork.contacts, newWork.reached, oldWork.contacts, oldWork.reached],
    })),
  };
  return <Question table={table} why={t('growth.work_why')} />;
}
