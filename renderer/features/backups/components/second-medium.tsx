import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NeedsPin } from '../../../ui/needs-pin';
import { Notice } from '../../../ui/notice';
import { type Standing, useForgetSecondMedium, useShowFolder } from '../api';
import { useMoment } from '../use-place-words';
import classes from './backups.module.css';
import { Trouble } from './trouble';

interface SecondMediumProps {
  readonly second: Standing['second'];
  readonly needsCode: boolean;
}

/** A copy on another drive: what takes the PC does not take it, and nobody reads it without the recovery code. */
export function SecondMedium({ second, needsCode }: SecondMediumProps) {
  const { t } = useTranslation('backups');
  return (
    <section aria-label={t('second.title')}>
      <h2 className={classes.title}>{t('second.title')}</h2>
      {second === null ? (
        <Notice tone="mind">{t(needsCode ? 'second.needs_code' : 'second.none')}</Notice>
      ) : (
        <Chosen second={second} />
      )}
      <NeedsPin channel="backups.chooseSecondMedium" />
    </section>
  );
}

function Chosen({ second }: { readonly second: NonNullable<Standing['second']> }) {
  const { t } = useTranslation('backups');
  const moment = useMoment();
  const show = useShowFolder();
  const forget = useForgetSecondMedium();
  const [sure, setSure] = useState(false);
  const leave = () => {
    setSure(!sure);
    if (sure) void forget.run({});
  };
  return (
    <>
      <p className={classes.path} data-selectable>
        {second.folder}
      </p>
      <p className={second.present ? classes.line : `${classes.line} danger`}>
        {second.last === null ? t('second.no_copy') : t('second.last', { when: moment(second.last.madeAt) })}
        {second.present ? null : ` ${t('second.gone')}`}
      </p>
      <div className={classes.acts}>
        <Button variant="default" size="compact-sm" onClick={() => void show.run({ which: 'second' })}>
          {t('do.show')}
        </Button>
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          loading={forget.now.state === 'busy'}
          onClick={leave}
          onBlur={() => setSure(false)}
        >
          {t(sure ? 'second.forget_sure' : 'second.forget')}
        </Button>
      </div>
      <Trouble of={forget.now} />
    </>
  );
}
