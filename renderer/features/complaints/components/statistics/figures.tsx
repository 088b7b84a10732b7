import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { money, whole } from '../../../../lib/format';
import { useFormat } from '../../../../lib/store-context';
import { Why } from '../../../../ui/why';
import type { ComplaintStatistics } from '../../api';
import { useOnTimeWords } from '../../use-bars';
import classes from './statistics.module.css';

const MINUTE_MS = 60_000;

/** The figures that matter most; each says behind `?` how it was reckoned. */
export function Figures({ said }: { readonly said: ComplaintStatistics }) {
  const { t } = useTranslation('complaints');
  const format = useFormat();
  const onTime = useOnTimeWords();
  const { response, resolution, toResponse, toResolution, satisfaction, compensation } = said;
  const median = (spread: typeof toResponse) => (spread === null ? '—' : format.span(spread.p50 * MINUTE_MS));
  return (
    <dl className={classes.figures}>
      <Figure name="total" value={whole(said.total)}>
        {t('statistics.of_open', { count: said.open, open: whole(said.open) })}
      </Figure>
      <Figure name="response" value={onTime(response)}>
        {t('statistics.of_judged', { on: whole(response.onTime), of: whole(response.of) })}
      </Figure>
      <Figure name="resolution" value={onTime(resolution)}>
        {t('statistics.of_judged', { on: whole(resolution.onTime), of: whole(resolution.of) })}
      </Figure>
      <Figure name="to_response" value={median(toResponse)}>
        {t('statistics.median_of', { count: toResponse?.of ?? 0 })}
      </Figure>
      <Figure name="to_resolution" value={median(toResolution)}>
        {t('statistics.median_of', { count: toResolution?.of ?? 0 })}
      </Figure>
      <Figure name="satisfaction" value={satisfaction === null ? '—' : satisfaction.mean.toFixed(1)}>
        {t('statistics.asked_of', { count: satisfaction?.of ?? 0 })}
      </Figure>
      <Figure name="reopened" value={whole(said.reopened)}>
        {t('statistics.of_total', { count: said.total, total: whole(said.total) })}
      </Figure>
      <Figure name="compensation" value={money(compensation.worth)}>
        {t('statistics.given', { count: compensation.count, times: whole(compensation.count) })}
      </Figure>
    </dl>
  );
}

type Name =
  | 'total'
  | 'response'
  | 'resolution'
  | 'to_response'
  | 'to_resolution'
  | 'satisfaction'
  | 'reopened'
  | 'compensation';

interface FigureProps {
  readonly name: Name;
  readonly value: string;
  readonly children: ReactNode;
}

function Figure({ name, value, children }: FigureProps) {
  const { t } = useTranslation('complaints');
  const title = t(`statistics.figure.${name}`);
  return (
    <div className={classes.figure}>
      <dt>{title}</dt>
      <dd className="numbers">
        <Why title={title} content={() => <p className={classes.why}>{t(`statistics.why.${name}`)}</p>}>
          <span className={classes.value}>{value}</span>
        </Why>
        <span className={classes.beside}>{children}</span>
      </dd>
    </div>
  );
}
