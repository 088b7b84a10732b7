import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { money } from '../../../lib/format';
import { useReasonWord } from '../../../lib/reason-words';
import { useFormat } from '../../../lib/store-context';
import type { ComplaintDetail } from '../api';
import classes from './complaint-detail.module.css';

const WORDS = ['what', 'wish', 'result', 'cause', 'measure'] as const;

interface FactsProps {
  readonly complaint: ComplaintDetail;
  readonly onOpenMember: (memberId: string) => void;
}

/** What it is about, in the customer's words and in ours, and what hangs on it. */
export function Facts({ complaint, onOpenMember }: FactsProps) {
  const { t } = useTranslation('complaints');
  const wordOf = useReasonWord();
  const kinds = [
    t(`group.${complaint.reasonGroup}`),
    wordOf(complaint.reason, complaint.reasonName),
    t('detail.about', { object: t(`object.${complaint.object}`) }),
    t(`severity.${complaint.severity}`),
    t(`channel.${complaint.channel}`),
  ];
  return (
    <section className={classes.facts}>
      <p className={classes.kinds}>{kinds.join(' · ')}</p>
      {WORDS.map((field) =>
        complaint[field] === '' ? null : (
          <div key={field}>
            <h3 className={classes.label}>{t(`detail.${field}`)}</h3>
            <p className={classes.words} data-selectable>
              {complaint[field]}
            </p>
          </div>
        ),
      )}
      <dl className={`${classes.links} numbers`}>
        <Links complaint={complaint} onOpenMember={onOpenMember} />
      </dl>
    </section>
  );
}

function Links({ complaint, onOpenMember }: FactsProps) {
  const { t } = useTranslation('complaints');
  const format = useFormat();
  const { memberId, purchase, product, aboutStaff, compensations, satisfaction } = complaint;
  return (
    <>
      {memberId === null ? null : (
        <Fact word={t('detail.member')}>
          {complaint.memberName}{' '}
          <Button variant="default" size="compact-xs" onClick={() => onOpenMember(memberId)}>
            {t('detail.open_member')}
          </Button>
        </Fact>
      )}
      {product === '' ? null : <Fact word={t('detail.product')}>{product}</Fact>}
      {purchase === null ? null : (
        <Fact word={t('detail.bill')}>
          {[
            format.date(purchase.on),
            money(purchase.paid),
            ...(purchase.receiptNo === null ? [] : [purchase.receiptNo]),
          ].join(' · ')}
        </Fact>
      )}
      {aboutStaff === null ? null : <Fact word={t('detail.about_staff')}>{aboutStaff.name}</Fact>}
      {compensations.map(({ kind, what, worth, at, staffName }) => (
        <Fact key={`${kind} ${at}`} word={t('detail.compensation')}>
          {t(`give.kind_${kind}`)} · {what} · {money(worth)}{' '}
          <span className="quiet">{t('timeline.by', { staff: staffName, at: format.dateTime(at) })}</span>
        </Fact>
      ))}
      {satisfaction === null ? null : (
        <Fact word={t('detail.satisfaction')}>{t('satisfaction.was', { score: satisfaction })}</Fact>
      )}
    </>
  );
}

function Fact({ word, children }: { readonly word: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{word}</dt>
      <dd>{children}</dd>
    </>
  );
}
