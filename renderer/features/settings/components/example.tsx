import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useEdit } from '../use-rules-edit';
import classes from './example.module.css';

interface ExampleProps {
  /** How the paths of the rules begin that it is reckoned with. */
  readonly of: readonly string[];
  /** One sentence each. */
  readonly children: ReactNode;
}

/** What the typed rules come to. Rules that do not hold would teach the wrong thing: their place is kept. */
export function Example({ of, children }: ExampleProps) {
  const { t } = useTranslation('settings');
  const { problems } = useEdit();
  const holds = !Object.keys(problems).some((path) => of.some((start) => path.startsWith(start)));
  return (
    <aside className={`${classes.example} numbers`} aria-label={t('example.label')}>
      {holds ? children : <p className="quiet">{t('example.waits')}</p>}
    </aside>
  );
}
