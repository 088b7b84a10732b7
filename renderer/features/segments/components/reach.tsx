import type { SegmentRule } from '@domain/segments/segment';
import { useTranslation } from 'react-i18next';
import { whole } from '../../../lib/format';
import { useSegmentWords } from '../../../lib/use-segment-words';
import { Awaited } from '../../../ui/awaited';
import { Bones } from '../../../ui/bones';
import { useCount } from '../api';
import classes from './builder.module.css';

interface ReachProps {
  readonly rule: SegmentRule;
  /** Something that was begun is not in it yet. */
  readonly isPartly: boolean;
}

/** How many the rule finds, how many of them may be written to, who the first are, and the rule told back. */
export function Reach({ rule, isPartly }: ReachProps) {
  const { t } = useTranslation('segments');
  const said = useSegmentWords();
  const count = useCount(rule);
  return (
    <div className={classes.reach}>
      <Awaited of={count} skeleton={<Bones rows={2} height={28} />}>
        {({ members, reachable, names }) => (
          <div aria-live="polite" aria-busy={count.isPlaceholderData}>
            <p className={classes.members}>
              {t('reach.members', { count: members, members: whole(members) })}
              <small>
                {members === 0
                  ? ''
                  : ` ${t('reach.reachable', { count: reachable, reachable: whole(reachable) })}`}
              </small>
            </p>
            {names.length === 0 ? null : (
              <p className="quiet">
                {t(members > names.length ? 'reach.namesMore' : 'reach.names', {
                  names: names.join(t('reach.comma')),
                })}
              </p>
            )}
          </div>
        )}
      </Awaited>
      <p className={classes.said}>{said(rule)}</p>
      {isPartly ? <p className={classes.partly}>{t('reach.partly')}</p> : null}
    </div>
  );
}
