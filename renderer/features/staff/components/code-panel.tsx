import type { Instant } from '@domain/units';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../../../lib/desk';
import { showRecoveryCode } from '../../../lib/recovery-code';
import { useFormat } from '../../../lib/store-context';
import { NeedsPin } from '../../../ui/needs-pin';
import { NotDone } from '../../../ui/not-done';
import { Notice } from '../../../ui/notice';
import { Panel } from '../../../ui/panel';
import { useNewRecoveryCode } from '../api';
import classes from './staff.module.css';

/** The recovery code: of when it is, and a new one where the paper is lost or somebody has seen it. */
export function CodePanel({ madeAt }: { readonly madeAt: Instant | null }) {
  const { t } = useTranslation('staff');
  const format = useFormat();
  const { data: desk } = useDesk();
  const renew = useNewRecoveryCode();
  const make = async () => {
    const end = await renew.run({});
    if (end.state === 'done') showRecoveryCode(end.value.code);
  };
  return (
    <Panel title={t('code.name')}>
      <div className={classes.fields}>
        <p className={classes.about}>{t('code.what')}</p>
        {madeAt === null ? (
          <Notice tone="mind">{t('code.none')}</Notice>
        ) : (
          <p className={classes.about}>{t('code.made', { date: format.dateTime(madeAt) })}</p>
        )}
        <p className="quiet">{t('code.renew_means')}</p>
        <NotDone of={renew.now} words={() => t('code.none')} />
        <div className={classes.acts}>
          <Button
            variant="default"
            disabled={desk?.pins === false}
            loading={renew.now.state === 'busy'}
            onClick={() => void make()}
          >
            {t('code.renew')}
          </Button>
          <NeedsPin channel="staff.newRecoveryCode" />
        </div>
      </div>
    </Panel>
  );
}
