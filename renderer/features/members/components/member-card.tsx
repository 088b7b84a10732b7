import type { MemberCard as Card } from '@contract/members';
import { IconCake } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { money, whole } from '../../../lib/format';
import { useFormat } from '../../../lib/store-context';
import { KeyCap } from '../../../ui/key-cap';
import { TierMark } from '../../../ui/tier-mark';
import classes from './member-card.module.css';
import { MemberFacts } from './member-facts';
import { OpenComplaints } from './open-complaints';

interface MemberCardProps {
  readonly card: Card;
  readonly onEdit: () => void;
  readonly onComplaints: () => void;
}

/** Days before a birthday at which the card says so (rules "Care": three days ahead, and the day itself). */
const BIRTHDAY_SOON = 7;

/** `138 1234 8812`, in the groups in which people say it. */
const spacedPhone = (phone: string): string => phone.replace(/^(\d{3})(\d{4})(\d{4})$/, '$1 $2 $3');

/** The customer in one glance, readable at arm's length. */
export function MemberCard({ card, onEdit, onComplaints }: MemberCardProps) {
  const { t } = useTranslation('members');
  return (
    <article className={classes.card} aria-label={card.name === '' ? t('nameless') : card.name}>
      <header className={classes.head}>
        <h2 className={classes.name} title={card.name} data-selectable="">
          {card.name === '' ? t('nameless') : card.name}
        </h2>
        <TierMark tier={card.tier} />
        <Birthday card={card} />
        <button type="button" className={classes.edit} onClick={onEdit} tabIndex={-1}>
          {t('card.edit')} <KeyCap>F9</KeyCap>
        </button>
      </header>
      <p className={classes.numbers} data-selectable="">
        {card.phone === null ? card.phoneMasked : spacedPhone(card.phone)}
        {card.phone === null && card.phoneMasked === '' ? t('card.noPhone') : null} · {card.memberNo}
        {card.cardNo === null ? null : ` · ${t('card.cardNo', { cardNo: card.cardNo })}`}
      </p>
      <OpenComplaints complaints={card.openComplaints} onOpen={onComplaints} />
      <PointsGlance card={card} />
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
      <p className={classes.allowed}>{t(`allowed.${card.tier}`)}</p>
      <MemberFacts card={card} />
    </article>
  );
}

function Birthday({ card }: { readonly card: Card }) {
  const { t } = useTranslation('members');
  const format = useFormat();
  if (card.birthday === null || card.birthdayInDays === null || card.birthdayInDays > BIRTHDAY_SOON)
    return null;
  return (
    <span className={classes.birthday} title={format.monthDay(card.birthday.month, card.birthday.day)}>
      <IconCake size={16} stroke={1.8} aria-hidden="true" />
      {card.birthdayInDays === 0
        ? t('card.birthdayToday')
        : t('card.birthdayIn', { count: card.birthdayInDays })}
    </span>
  );
}

function PointsGlance({ card }: { readonly card: Card }) {
  const { t } = useTranslation('members');
  const format = useFormat();
  return (
    <div className={classes.glance}>
      <p className={classes.points}>
        <strong className={classes.figure}>{whole(card.points)}</strong> {t('card.pointsUnit')}
        {card.pointsWorth > 0 ? <span className={classes.worth}>≈ {money(card.pointsWorth)}</span> : null}
      </p>
      {card.debt > 0 ? <p className={classes.soon}>{t('card.debt', { points: whole(card.debt) })}</p> : null}
      {card.lapsingSoon === null ? null : (
        <p className={classes.soon}>
          {t('card.lapsing', {
            points: whole(card.lapsingSoon.points),
            date: format.date(card.lapsingSoon.lastDay),
          })}
        </p>
      )}
    </div>
  );
}
