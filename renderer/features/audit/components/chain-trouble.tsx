import { FINDING_KINDS } from '@domain/audit/finding';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { whole } from '../../../lib/format';
import { FaultLine } from '../../../ui/fault-line';
import { Notice } from '../../../ui/notice';
import { useAcceptEnd, type Verification } from '../api';
import classes from './audit.module.css';

const STEPS = ['keep', 'compare', 'who', 'help'] as const;
/** What a copy put back by hand looks like; everything else is no mistake of anybody. */
const ENDS = ['end_missing', 'head_differs'] as const;

/** The trail is not as it was written: what that means, and what to do, in this order. */
export function ChainTrouble({ verification }: { readonly verification: Verification }) {
  const { t } = useTranslation('audit');
  const accepting = useAcceptEnd();
  const { findings } = verification;
  const kinds = FINDING_KINDS.flatMap((kind) => {
    const of = findings.filter((finding) => finding.kind === kind);
    return of.length === 0 ? [] : [{ kind, count: of.length, first: of[0]?.seq ?? 0 }];
  });
  const onlyEnds = kinds.every(({ kind }) => ENDS.some((end) => end === kind));
  const accept = () => void accepting.run({});
  return (
    <section className={classes.trouble} aria-label={t('trouble.title')}>
      <ul className={classes.kinds}>
        {kinds.map(({ kind, count, first }) => (
          <li key={kind}>
            {t(`finding.${kind}`, { seq: whole(first) })}{' '}
            {count > 1 ? t('trouble.more', { count: count - 1, more: whole(count - 1) }) : null}
          </li>
        ))}
      </ul>
      <h3 className={classes.troubleTitle}>{t('trouble.do')}</h3>
      <ol className={classes.steps}>
        {STEPS.map((step) => (
          <li key={step}>{t(`trouble.step.${step}`)}</li>
        ))}
      </ol>
      {onlyEnds ? (
        <p className={classes.accept}>
          {t('trouble.ends')}{' '}
          <Button
            size="compact-sm"
            variant="default"
            onClick={accept}
            loading={accepting.now.state === 'busy'}
          >
            {t('trouble.accept')}
          </Button>
        </p>
      ) : null}
      {accepting.now.state === 'refused' ? (
        <Notice tone="quiet">{t('trouble.nothing_to_accept')}</Notice>
      ) : null}
      {accepting.now.state === 'fault' ? <FaultLine mishap={accepting.now.mishap} onRetry={accept} /> : null}
    </section>
  );
}
