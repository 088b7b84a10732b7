import { Button } from '@mantine/core';
import { type ErrorComponentProps, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { KeyButton } from '../ui/key-button';
import classes from './broken-screen.module.css';

/** A screen that could not be drawn: what happened, what is kept, and two ways on. The rail stays where it is. */
export function BrokenScreen({ reset }: Pick<ErrorComponentProps, 'reset'>) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <div role="alert" className={classes.screen}>
      <h1 className={classes.title}>{t('broken.title')}</h1>
      <p>{t('broken.kept')}</p>
      <div className={classes.acts}>
        <KeyButton cap="Enter" autoFocus onClick={reset}>
          {t('act.retry')}
        </KeyButton>
        <Button variant="default" onClick={() => void navigate({ to: '/counter' })}>
          {t('broken.toCounter')}
        </Button>
      </div>
    </div>
  );
}
