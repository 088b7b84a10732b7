import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAliveWords } from '../../../lib/alive-words';
import { money, roughMoney, whole } from '../../../lib/format';
import type { Answered } from '../../../lib/rooms';
import { Notice } from '../../../ui/notice';
import { useHint, useMemberInsight } from '../api';
import classes from './member-worth.module.css';

type Known = NonNullable<Answered<'insights', 'ofMember'>>;

/** What the shop knows of its customer beyond the last visit (S13, S25, S38); nothing while it is being read: the card does not wait. */
export function MemberWorth({ memberId }: { readonly memberId: string }) {
  const { data } = useMemberInsight(memberId);
  return data === undefined || data === null ? null : (
    <>
      <Worth of={data} />
      <Hint memberId={memberId} />
    </>
  );
}

function Worth({ of }: { readonly of: Known }) {
  const { t } = useTranslation(['insights', 'segments']);
  const alive = useAliveWords();
  const { run } = of;
  return (
    <>
      {run?.warned === true && run.usualGap !== null ? (
        <Notice tone="mind">{t('worth.warned', { gap: run.usualGap, days: of.silentDays })}</Notice>
      ) : null}
      <dl className={classes.worth}>
        <Fact word={t('worth.class')}>{classWords(of, t)}</Fact>
        <Fact word={t('worth.value')}>{valueWords(of, t)}</Fact>
        <Fact word={t('worth.habit')}>{habitWords(of, t)}</Fact>
        <Fact word={t('worth.future')}>{futureWords(of, t, alive)}</Fact>
      </dl>
    </>
  );
}

/** What goes with what they usually take (S36): a word for the counter, with the bills that say so. */
function Hint({ memberId }: { readonly memberId: string }) {
  const { t } = useTranslation('insights');
  const { data: hint } = useHint(memberId);
  if (hint === undefined || hint === null) return null;
  const { usual, product, together, withUsual, lift } = hint;
  return (
    <p className={classes.hint}>
      {t('worth.hint', { product, usual })}{' '}
      <span className="quiet">
        {t('worth.hint_why', {
          together: whole(together),
          bills: whole(withUsual),
          times: (lift / 100).toFixed(1),
        })}
      </span>
    </p>
  );
}

type Say = ReturnType<typeof useTranslation<['insights', 'segments']>>['t'];

const joined = (...words: readonly (string | null)[]): string =>
  words.filter((word) => word !== null).join(' · ');

const classWords = (of: Known, t: Say): string =>
  joined(
    t(`segments:choice.class.${of.class}`),
    of.run === null ? null : t(`segments:choice.stage.${of.run.stage}`),
  );

const valueWords = ({ run, broughtBuyers, brought }: Known, t: Say): string =>
  joined(
    run === null ? null : t(`segments:choice.value.${run.value}`),
    run?.base === true ? t('worth.base') : null,
    brought === 0 ? null : t('worth.brought', { count: brought, buyers: broughtBuyers }),
  ) || '—';

const habitWords = ({ run, visitsPerMonth, averageTicket }: Known, t: Say): string =>
  joined(
    run?.usualGap != null
      ? t('worth.gap', { count: run.usualGap })
      : visitsPerMonth === null
        ? null
        : t('worth.per_month', { times: visitsPerMonth }),
    averageTicket === null ? null : t('worth.ticket', { money: money(averageTicket) }),
  ) || '—';

const futureWords = ({ run }: Known, t: Say, alive: (perMille: number) => string): string =>
  joined(
    run?.expectedMoney == null ? null : t('worth.expected', { money: roughMoney(run.expectedMoney) }),
    run?.alivePerMille == null ? null : alive(run.alivePerMille),
  ) || '—';

const Fact = ({ word, children }: { readonly word: string; readonly children: ReactNode }) => (
  <div className={classes.fact}>
    <dt className={classes.word}>{word}</dt>
    <dd className={classes.value}>{children}</dd>
  </div>
);
