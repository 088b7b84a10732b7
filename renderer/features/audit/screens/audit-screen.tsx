import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FunctionKey } from '../../../lib/function-keys';
import { Awaited } from '../../../ui/awaited';
import { useStanding, useVerify } from '../api';
import { showView, useAudit, VIEWS } from '../audit-state';
import classes from '../components/audit.module.css';
import { ChainStanding } from '../components/chain-standing';
import { Trail } from '../components/trail';
import { WatchList } from '../components/watch-list';

interface AuditScreenProps {
  readonly onMember: (memberId: string) => void;
}

/** Who did what, and why; whether the trail is whole; and what an owner should look at. */
export function AuditScreen({ onMember }: AuditScreenProps) {
  const { t } = useTranslation('audit');
  const view = useAudit((audit) => audit.view);
  const standing = useStanding();
  const verifying = useVerify();
  const verify = () => void verifying.run({});
  const other = view === 'trail' ? 'watch' : 'trail';
  const keys: FunctionKey[] = [
    { key: 'F3', word: t(`view.${other}`), run: () => showView(other) },
    { key: 'F9', word: t('chain.check'), run: verify, disabled: verifying.now.state === 'busy' },
  ];
  return (
    <section className={classes.screen} aria-label={t('title')}>
      <header className={classes.head}>
        <SegmentedControl
          size="xs"
          aria-label={t('which')}
          transitionDuration={0}
          value={view}
          onChange={(value) => {
            const known = VIEWS.find((each) => each === value);
            if (known !== undefined) showView(known);
          }}
          data={VIEWS.map((each) => ({ value: each, label: t(`view.${each}`) }))}
        />
        <Awaited of={standing}>
          {(now) => <ChainStanding standing={now} verifying={verifying} onVerify={verify} />}
        </Awaited>
      </header>
      <div className={classes.body}>
        {view === 'trail' ? (
          <Trail keys={keys} onMember={onMember} />
        ) : (
          <WatchList keys={keys} onMember={onMember} />
        )}
      </div>
    </section>
  );
}
