import { placeOf, SERVICE_LEVELS } from '@domain/handbook/service-level';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/store-context';
import { Awaited } from '../../../ui/awaited';
import { Bones } from '../../../ui/bones';
import { type SelfChecked, useSelfChecks } from '../api';
import { levelsOf } from '../levels';
import classes from './levels-page.module.css';
import { Page } from './page';
import { SelfCheckForm } from './self-check-form';

/** The six service levels (S89), where everybody stands, and the self-check. */
export function LevelsPage() {
  const { t } = useTranslation('handbook');
  const [chosen, setChosen] = useState<string | null>(null);
  return (
    <Page title={t('page.levels')} about={t('levels.about')}>
      <ol className={classes.levels}>
        {SERVICE_LEVELS.map((level) => (
          <li key={level}>
            <strong>{t(`levels.name.${level}`)}</strong>
            <span className={classes.what}>{t(`levels.what.${level}`)}</span>
          </li>
        ))}
      </ol>
      <Awaited of={useSelfChecks()} skeleton={<Bones rows={3} height={36} />}>
        {(people) => (
          <>
            <section aria-label={t('levels.place')}>
              <h3 className={classes.head}>{t('levels.place')}</h3>
              <ul className={classes.people}>
                {people.map((person) => (
                  <Standing key={person.staffId} person={person} />
                ))}
              </ul>
            </section>
            <SelfCheckForm people={people} chosen={chosen} onChoose={setChosen} />
          </>
        )}
      </Awaited>
    </Page>
  );
}

function Standing({ person: { name, last, before } }: { readonly person: SelfChecked }) {
  const { t } = useTranslation('handbook');
  const format = useFormat();
  const rank = (checked: SelfChecked['before']) => {
    const levels = checked === null ? null : levelsOf(checked.levels);
    const place = levels === null ? null : placeOf(levels);
    return place === null ? -1 : SERVICE_LEVELS.indexOf(place);
  };
  const now = rank(last);
  const level = SERVICE_LEVELS[now];
  const moved = before === null ? 0 : now - rank(before);
  return (
    <li className={classes.person}>
      <span className={classes.name}>{name}</span>
      {last === null ? (
        <span className={classes.what}>{t('levels.never')}</span>
      ) : (
        <>
          <strong className="numbers">
            {level === undefined ? t('levels.no_place') : `${now + 1} · ${t(`levels.name.${level}`)}`}
          </strong>
          <span className={classes.what}>
            {[
              t('levels.on', { date: format.date(last.on) }),
              ...(moved === 0 ? [] : [t(moved > 0 ? 'levels.up' : 'levels.down')]),
              ...(last.note === '' ? [] : [last.note]),
            ].join(' · ')}
          </span>
        </>
      )}
    </li>
  );
}
