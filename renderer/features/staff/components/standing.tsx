import type { Instant } from '@domain/units';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../../../lib/desk';
import { useFormat } from '../../../lib/store-context';
import { Notice } from '../../../ui/notice';
import classes from './staff.module.css';

interface StandingProps {
  readonly recoveryCodeMadeAt: Instant | null;
  readonly onOwnPin: () => void;
}

/** Whether the shop is protected at all, by what, and of when its recovery code is. */
export function Standing({ recoveryCodeMadeAt, onOwnPin }: StandingProps) {
  const { t } = useTranslation('staff');
  const { data: desk } = useDesk();
  const format = useFormat();
  if (desk === undefined) return null;
  return (
    <div className={classes.standing}>
      {desk.pins ? (
        <p className="quiet">
          {t('page.locks', { count: desk.lockMinutes })}{' '}
          {recoveryCodeMadeAt === null
            ? null
            : t('page.code_of', { date: format.dateTime(recoveryCodeMadeAt) })}
        </p>
      ) : (
        <Notice tone="mind">
          <div>{t('open.title')}</div>
          {t('open.what')}{' '}
          <Button variant="default" size="compact-sm" onClick={onOwnPin}>
            {t('open.set')}
          </Button>
        </Notice>
      )}
    </div>
  );
}
