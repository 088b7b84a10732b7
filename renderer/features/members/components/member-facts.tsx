import type { MemberCard } from '@contract/members';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { money } from '../../../lib/format';
import { useFormat } from '../../../lib/store-context';
import { Ago } from '../../../ui/ago';
import classes from './member-facts.module.css';

/** What one asks second: last visit, usual item, what they agreed to. */
export function MemberFacts({ card }: { readonly card: MemberCard }) {
  const { t } = useTranslation('members');
  const format = useFormat();
  return (
    <dl className={classes.facts}>
      <Fact word={t('fact.lastVisit')}>
        {card.lastVisitOn === null ? t('row.neverBought') : <Ago date={card.lastVisitOn} />}
      </Fact>
      <Fact word={t('fact.visits')}>{t('row.visits', { count: card.visits })}</Fact>
      <Fact word={t('fact.spent')}>{money(card.spent)}</Fact>
      <Fact word={t('fact.usual')}>{card.usualItem ?? '—'}</Fact>
      <Fact word={t('fact.joined')}>
        <time dateTime={card.joinedOn} title={format.daysAgo(card.joinedOn)}>
          {format.date(card.joinedOn)}
        </time>
      </Fact>
      <Fact word={t('fact.birthday')}>
        {card.birthday === null ? '—' : format.monthDay(card.birthday.month, card.birthday.day)}
      </Fact>
      <Fact word={t('fact.personalData')}>
        {t(card.consent.personalData ? 'consent.given' : 'consent.notGiven')}
      </Fact>
      <Fact word={t('fact.marketing')}>
        {t(card.consent.marketing ? 'consent.given' : 'consent.notGiven')}
      </Fact>
    </dl>
  );
}

const Fact = ({ word, children }: { readonly word: string; readonly children: ReactNode }) => (
  <div>
    <dt className={classes.word}>{word}</dt>
    <dd className={classes.value}>{children}</dd>
  </div>
);
