import type { MemberCard as Card } from '@contract/members';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { spacedPhone } from '../../../lib/format';
import { KeyCap } from '../../../ui/key-cap';
import { TierMark } from '../../../ui/tier-mark';
import { Why } from '../../../ui/why';
import classes from './member-card.module.css';
import { MemberFacts } from './member-facts';
import { Occasions } from './occasions';
import { OpenComplaints } from './open-complaints';
import { PointsGlance } from './points-glance';

/** What other features tell on the card; the counter puts it there. */
export interface CardParts {
  readonly whyTier: () => ReactNode;
  readonly whyBalance: () => ReactNode;
  readonly whyLapse: () => ReactNode;
  /** What may be taken off, how far to the next level, its rights, and the coupons. */
  readonly loyalty: ReactNode;
  /** What the shop knows of them beyond the last visit. */
  readonly worth: ReactNode;
}

interface MemberCardProps extends CardParts {
  readonly card: Card;
  readonly onEdit: () => void;
  readonly onRights: () => void;
  readonly onTrail: () => void;
  readonly onTier: () => void;
  readonly onComplaints: (complaintId: string) => void;
}

/** The customer in one glance, readable at arm's length. */
export function MemberCard(props: MemberCardProps) {
  const { card } = props;
  const { t } = useTranslation('members');
  return (
    <article className={classes.card} aria-label={card.name === '' ? t('nameless') : card.name}>
      <header className={classes.head}>
        <h2 className={classes.name} title={card.name} data-selectable="">
          {card.name === '' ? t('nameless') : card.name}
        </h2>
        <Why title={t('card.whyTier')} content={props.whyTier}>
          <TierMark tier={card.tier} />
        </Why>
        <Occasions card={card} />
        <span className={classes.acts}>
          <CardAct word={t('card.tier')} cap="Alt+J" onPress={props.onTier} />
          <CardAct word={t('card.edit')} cap="F9" onPress={props.onEdit} />
          <CardAct word={t('card.rights')} cap="Alt+I" onPress={props.onRights} />
          <CardAct word={t('card.trail')} cap="Alt+H" onPress={props.onTrail} />
        </span>
      </header>
      <p className={classes.numbers} data-selectable="">
        {card.phone === null ? card.phoneMasked : spacedPhone(card.phone)}
        {card.phone === null && card.phoneMasked === '' ? t('card.noPhone') : null} · {card.memberNo}
        {card.cardNo === null ? null : ` · ${t('card.cardNo', { cardNo: card.cardNo })}`}
      </p>
      <OpenComplaints complaints={card.openComplaints} onOpen={props.onComplaints} />
      <PointsGlance card={card} whyBalance={props.whyBalance} whyLapse={props.whyLapse} />
      {card.tags.length === 0 ? null : (
        <ul className={classes.tags} aria-label={t('card.tags')}>
          {card.tags.map((tag) => (
            <li key={tag} className={classes.tag}>
              {tag}
            </li>
          ))}
        </ul>
      )}
      {card.note === '' ? null : <p className={classes.note}>{card.note}</p>}
      {props.loyalty}
      <MemberFacts card={card} />
      {props.worth}
    </article>
  );
}

interface CardActProps {
  readonly word: string;
  readonly cap: string;
  readonly onPress: () => void;
}

/** Reached by its key; Tab goes to the figures, which have none. */
const CardAct = ({ word, cap, onPress }: CardActProps) => (
  <button type="button" className={classes.act} onClick={onPress} tabIndex={-1}>
    {word} <KeyCap>{cap}</KeyCap>
  </button>
);
