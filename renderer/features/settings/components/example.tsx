import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RuleSection } from '../sections';
import { sectionOf } from '../sections';
import { useEdit } from '../use-rules-edit';
import classes from './example.module.css';

interface ExampleProps {
  readonly of: RuleSection;
  /** One sentence each. */
  readonly children: ReactNode;
}

/** What the typed rules come to. Rules that do not hold would teach the wrong thing: their place is kept. */
export function Example({ of, children }: ExampleProps) {
  const { t } = useTranslation('settings');
  const { problems } = useEdit();
  const holds = !Object.keys(problems).some((path) => sectionOf(path) === of);
  return (
    <aside className={`${classes.example} numbers`} aria-label={t('example.label')}>
      {holds ? children : <p className="quiet">{t('example.waits')}</p>}
    </aside>
  );
}
