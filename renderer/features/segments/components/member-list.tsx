import type { MemberOrder } from '@domain/segments/order';
import type { SegmentRule } from '@domain/segments/segment';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { whole } from '../../../lib/format';
import { type FunctionKey, useFunctionKeys } from '../../../lib/function-keys';
import { Awaited } from '../../../ui/awaited';
import { Bones } from '../../../ui/bones';
import { KeyCap } from '../../../ui/key-cap';
import { asAsked, useCount, useSaveMembers } from '../api';
import { useMembersOf } from '../use-members-of';
import classes from './member-list.module.css';
import { MemberRows } from './member-rows';
import { MembersSaved } from './members-saved';

interface MemberListProps {
  /** What was counted, in the words of the figure it came from. */
  readonly title: string;
  readonly rule: SegmentRule;
  readonly onOpen: (memberId: string) => void;
  readonly onBack: () => void;
  /** What can be done with all of them, beside writing them to a file. */
  readonly acts?: readonly FunctionKey[];
  /** How much each brings at first; the last visit first, say, for who is new. */
  readonly order?: MemberOrder;
}

/** The members behind a number: who they are, Enter opens one at the counter, F8 writes them to a file, Esc goes back. */
export function MemberList({
  title,
  rule,
  onOpen,
  onBack,
  acts = [],
  order: first = 'rank',
}: MemberListProps) {
  const { t } = useTranslation('segments');
  const [order, setOrder] = useState<MemberOrder>(first);
  const found = useMembersOf(rule, order, 0, 0).first;
  const { data: size } = useCount(rule);
  const { now, run } = useSaveMembers();
  const save = (phones: 'masked' | 'full') =>
    void run({ rule: asAsked(rule), order, name: title.slice(0, 40), format: 'xlsx', phones });
  const nobody = (found.data?.total ?? 0) === 0 || now.state === 'busy';
  useFunctionKeys([
    ...acts,
    { key: 'F8', word: t('list.save'), run: () => save('masked'), disabled: nobody },
    { key: 'F9', word: t('list.save_phones'), run: () => save('full'), disabled: nobody },
  ]);
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    onBack();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Esc belongs to whatever within has the focus
    <div className={classes.list} onKeyDown={press}>
      <header className={classes.head}>
        <button type="button" className={classes.back} onClick={onBack}>
          <KeyCap>Esc</KeyCap> {t('list.back')}
        </button>
        <h2 className={classes.title}>{title}</h2>
        <span className={classes.size} role="status">
          {size === undefined
            ? ''
            : t('list.size', {
                count: size.members,
                members: whole(size.members),
                reachable: whole(size.reachable),
              })}
        </span>
      </header>
      <MembersSaved of={now} onRetry={() => save('masked')} />
      <Awaited
        of={found}
        skeleton={<Bones rows={12} height={36} />}
        isEmpty={({ total }) => total === 0}
        empty={
          // biome-ignore lint/a11y/noNoninteractiveTabindex: Esc must have somewhere to be pressed
          <p className={classes.empty} tabIndex={0} ref={(element) => element?.focus()}>
            {t('list.nobody')}
          </p>
        }
      >
        {({ total }) => (
          <MemberRows
            key={order}
            label={title}
            rule={rule}
            order={order}
            total={total}
            onOrder={setOrder}
            onOpen={onOpen}
          />
        )}
      </Awaited>
    </div>
  );
}
