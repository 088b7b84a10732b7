import { ruleOfStage } from '@domain/insights/rules-of';
import { useTranslation } from 'react-i18next';
import { whole } from '../../../lib/format';
import { BehindFigure } from '../../../ui/behind';
import { useRules, useViews } from '../api';
import { Answered } from './answered';
import page from './part-page.module.css';

/** Instead of what a model cannot say yet: how much is there, how much it takes, and the simple rule (S18, S19). */
export function TooLittle({ buyers, needed }: { readonly buyers: number; readonly needed: number }) {
  const { t } = useTranslation('insights');
  const { data } = useRules();
  return (
    <section className={page.part} aria-label={t('enough.title')}>
      <h2 className={page.heading}>{t('enough.title')}</h2>
      <p>{t('enough.how_many', { count: buyers, buyers: whole(buyers), needed: whole(needed) })}</p>
      <Answered of={useViews()}>
        {({ stages }) => {
          const lost = stages.find(({ stage }) => stage === 'lost')?.members ?? 0;
          return (
            <p>
              {data === undefined ? null : t('enough.rule', { gaps: data.rules.insights.lost.usualGaps })}{' '}
              <BehindFigure title={{ key: 'insights:enough.lost' }} rule={ruleOfStage('lost')}>
                {t('people', { count: lost, people: whole(lost) })}
              </BehindFigure>
            </p>
          );
        }}
      </Answered>
    </section>
  );
}
