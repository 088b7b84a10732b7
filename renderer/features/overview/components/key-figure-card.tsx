import { verdictOn } from '@domain/surveys/percent';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { whole } from '../../../lib/format';
import { Scale } from '../../../ui/scale';
import { Why } from '../../../ui/why';
import { type KeyFigure, onScale, unitWords } from '../key-figures';
import classes from './overview.module.css';

/** One key figure: what was counted, where the truth lies, of how many, its target, and what it was before. */
export function KeyFigureCard({ figure }: { readonly figure: KeyFigure }) {
  const { t } = useTranslation('overview');
  const { id, now, of, target, before, unit } = figure;
  const name = t(`key.${id}`);
  const words = (value: number) => unitWords(value, unit);
  const said = [
    target === null ? null : t('key.target', { target }),
    of === null ? null : t(`of.${of.what}`, { count: of.count, of: whole(of.count) }),
    now === null ? null : t('key.within', { low: words(now.low), high: words(now.high) }),
    before === null ? null : t('key.before', { before: words(before) }),
  ];
  return (
    <div className={classes.card}>
      <h3 className={classes.name}>{name}</h3>
      <Why title={name} content={() => <p className={classes.text}>{t(`why.${id}`)}</p>}>
        <span className={classes.figure}>{now === null ? '—' : words(now.at)}</span>
      </Why>
      {now === null ? null : (
        <Scale
          low={onScale(now.low, unit)}
          high={onScale(now.high, unit)}
          at={onScale(now.at, unit)}
          {...(target === null ? {} : { target })}
        />
      )}
      <span className={`${classes.beside} ${classes.said}`}>
        {now === null ? t('key.none') : <Parts of={said.filter((part) => part !== null)} />}
      </span>
      <Verdict figure={figure} />
    </div>
  );
}

/** Parts beside each other; a line breaks between them only. */
function Parts({ of }: { readonly of: readonly string[] }) {
  return of.map((part, at) => (
    <Fragment key={part}>
      {at === 0 ? '' : ' · '}
      <span>{part}</span>
    </Fragment>
  ));
}

/** Whether the target is reached; nothing where there is none. */
function Verdict({ figure: { now, of, target } }: { readonly figure: KeyFigure }) {
  const { t } = useTranslation('surveys');
  if (now === null || of === null || target === null) return null;
  const verdict = verdictOn({ percent: now.at, low: now.low, high: now.high, of: of.count }, target);
  return (
    <span className={classes.verdict} data-verdict={verdict}>
      {t(`verdict.${verdict}`)}
    </span>
  );
}
