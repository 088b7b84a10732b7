import { RULE_OF_WARNED } from '@domain/insights/rules-of';
import { useTranslation } from 'react-i18next';
import { roughMoney, whole } from '../../../../lib/format';
import { Awaited } from '../../../../ui/awaited';
import { BehindFigure } from '../../../../ui/behind';
import { Bones } from '../../../../ui/bones';
import { useWarnings } from '../../api';
import type { PageProps } from '../indexed-part';
import page from '../part-page.module.css';
import { WarnedPage } from './warned-page';

interface WarnedProps extends PageProps {
  readonly onMember: (memberId: string) => void;
}

/** Valuable members about to leave (S18): why one thinks so, what is at stake, and a task by one key. */
export function Warned({ asOf, onMember }: WarnedProps) {
  const { t } = useTranslation('insights');
  return (
    <Awaited of={useWarnings(0)} skeleton={<Bones rows={10} height={36} />}>
      {({ total, expectedMoney, rows }) => (
        <WarnedPage asOf={asOf} rows={rows} onMember={onMember}>
          {total === 0 ? (
            <p className={page.note}>{t('warned.nobody')}</p>
          ) : (
            <p>
              <BehindFigure title={{ key: 'insights:warned.title' }} rule={RULE_OF_WARNED}>
                {t('warned.how_many', { count: total, people: whole(total) })}
              </BehindFigure>
              {expectedMoney === 0 ? '' : t('warned.at_stake', { money: roughMoney(expectedMoney) })}
              {total > rows.length ? ` ${t('warned.first', { count: rows.length })}` : ''}
            </p>
          )}
        </WarnedPage>
      )}
    </Awaited>
  );
}
