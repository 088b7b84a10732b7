import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { useDimensionName } from '../../../lib/dimension-words';
import { percentWords } from '../../../lib/percent-words';
import { useFormat } from '../../../lib/store-context';
import { Awaited } from '../../../ui/awaited';
import { Bones } from '../../../ui/bones';
import { Why } from '../../../ui/why';
import { type ServiceChange, useChanges, useRules } from '../api';
import { ChangeForm } from './change-form';
import classes from './changes-part.module.css';

interface ChangesPartProps {
  readonly formRef: Ref<HTMLTextAreaElement>;
}

/** What was heard, what was changed since, and what customers said before and after (S84). */
export function ChangesPart({ formRef }: ChangesPartProps) {
  const { t } = useTranslation('surveys');
  return (
    <div className={classes.part}>
      <section className={classes.log} aria-label={t('changes.question')}>
        <h2 className={classes.question}>
          <Why
            title={t('changes.question')}
            content={() => <p className={classes.text}>{t('changes.rule')}</p>}
          >
            {t('changes.question')}
          </Why>
        </h2>
        <Awaited
          of={useChanges()}
          skeleton={<Bones rows={4} height={88} />}
          isEmpty={(changes) => changes.length === 0}
          empty={<p className={classes.empty}>{t('changes.none')}</p>}
        >
          {(changes) => (
            <ul className={classes.list}>
              {changes.map((change) => (
                <Change key={change.id} change={change} />
              ))}
            </ul>
          )}
        </Awaited>
      </section>
      <ChangeForm formRef={formRef} />
    </div>
  );
}

function Change({ change }: { readonly change: ServiceChange }) {
  const { t } = useTranslation('surveys');
  const format = useFormat();
  const { data: inForce } = useRules();
  const nameOf = useDimensionName();
  const dimension = inForce?.rules.surveys.dimensions.find(({ id }) => id === change.dimension);
  return (
    <li className={classes.change}>
      <div className={classes.words}>
        <p className={classes.text}>
          <span className="quiet">{t('changes.heard')}</span> {change.heard}
        </p>
        <p className={classes.text}>
          <span className="quiet">{t('changes.changed')}</span> <strong>{change.changed}</strong>
        </p>
        <p className={classes.small}>
          {t('changes.since', { date: format.date(change.since), name: change.staffName })}
        </p>
      </div>
      <div className={classes.effect}>
        <span className={classes.small}>
          {dimension === undefined ? t('goal.satisfaction') : nameOf(dimension)}
        </span>
        <span className={classes.figures}>
          <Side word={t('changes.before')} share={change.before} />
          <span aria-hidden="true">→</span>
          <Side word={t('changes.after')} share={change.after} />
        </span>
      </div>
    </li>
  );
}

interface SideProps {
  readonly word: string;
  readonly share: ServiceChange['before'];
}

/** One side of a change: the share, and of how many with what certainty. */
function Side({ word, share }: SideProps) {
  const { t } = useTranslation('surveys');
  return (
    <span className={classes.side}>
      <span className={classes.small}>{word}</span>
      <strong>{share === null ? '—' : percentWords(share.percent)}</strong>
      <span className={classes.small}>
        {share === null
          ? t('changes.no_answers')
          : t('ranking.range', {
              of: share.of,
              low: percentWords(share.low),
              high: percentWords(share.high),
            })}
      </span>
    </span>
  );
}
