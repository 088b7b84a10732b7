import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Awaited } from '../../../ui/awaited';
import { Bones } from '../../../ui/bones';
import classes from './part-page.module.css';

interface AnsweredProps<T> {
  readonly of: UseQueryResult<T | null, Error>;
  readonly children: (found: T) => ReactNode;
}

/** A finding; where the last run was of another version of Shuke and has none, it says so. */
export function Answered<T>({ of, children }: AnsweredProps<T>) {
  const { t } = useTranslation('insights');
  return (
    <Awaited of={of} skeleton={<Bones rows={8} height={32} />}>
      {(found) => (found === null ? <p className={classes.note}>{t('not_found')}</p> : children(found))}
    </Awaited>
  );
}
