import type { CustomerView } from '@contract/display';
import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { I18nextProvider, useTranslation } from 'react-i18next';
import { createAnswers, followChanges } from '../lib/query-client';
import { useCustomerView, useLook } from './answers';
import classes from './display.module.css';
import { usePutOn } from './look';
import { useTimeUp } from './use-time-up';
import { ConsentView } from './views/consent-view';
import { IdleView } from './views/idle-view';
import { MemberView } from './views/member-view';
import { SaleView } from './views/sale-view';
import { SurveyView } from './views/survey-view';
import { ThanksView } from './views/thanks-view';
import { words } from './words';

/** The page that faces the customer. It has no acts but consent and survey, and keeps nothing. */
export function CustomerPage() {
  const [answers] = useState(createAnswers);
  useEffect(() => followChanges(answers), [answers]);
  return (
    <I18nextProvider i18n={words}>
      <QueryClientProvider client={answers}>
        <Page />
      </QueryClientProvider>
    </I18nextProvider>
  );
}

function Page() {
  const { t } = useTranslation('display');
  const { data: look } = useLook();
  const { data, isError } = useCustomerView();
  usePutOn(look);
  if (isError) return <p className={classes.fault}>{t('fault')}</p>;
  if (data === undefined || look === undefined) return null; // one tick
  return (
    <main className={classes.page} data-view={data.view.kind}>
      <Shown store={data.store} view={data.view} />
    </main>
  );
}

interface ShownProps {
  readonly store: string;
  readonly view: CustomerView;
}

/** So long a view may stand when nothing happens at the counter: whoever comes by must not read it. */
const RESTS_MS: Readonly<Record<CustomerView['kind'], number>> = {
  idle: 180_000,
  member: 180_000,
  sale: 180_000,
  /** What the last one paid may be seen by the next in the queue. */
  thanks: 30_000,
  /** Two texts are read in full. */
  consent: 600_000,
  survey: 180_000,
};

function Shown({ store, view }: ShownProps) {
  const over = useTimeUp(JSON.stringify(view), RESTS_MS[view.kind]);
  return over ? <IdleView store={store} /> : <View store={store} view={view} />;
}

function View({ store, view }: ShownProps) {
  switch (view.kind) {
    case 'idle':
      return <IdleView store={store} />;
    case 'member':
      return <MemberView store={store} member={view.member} balance={view.balance} />;
    case 'sale':
      return <SaleView store={store} sale={view} />;
    case 'thanks':
      return <ThanksView store={store} sale={view} />;
    case 'consent':
      return <ConsentView key={view.askId} store={store} ask={view} />;
    case 'survey':
      return <SurveyView key={view.askId} store={store} ask={view} />;
  }
}
