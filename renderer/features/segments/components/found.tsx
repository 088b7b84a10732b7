import type { MemberOrder } from '@domain/segments/order';
import type { SegmentRule } from '@domain/segments/segment';
import { useTranslation } from 'react-i18next';
import { Awaited } from '../../../ui/awaited';
import { Bones } from '../../../ui/bones';
import { useTopOf } from '../use-members-of';
import classes from './builder.module.css';
import { MemberRows } from './member-rows';

interface FoundProps {
  readonly label: string;
  readonly rule: SegmentRule;
  readonly order: MemberOrder;
  readonly onOrder: (order: MemberOrder) => void;
  readonly onOpen: (memberId: string) => void;
}

/** Whom the rule finds, beside it while it is built. */
export function Found({ label, rule, order, onOrder, onOpen }: FoundProps) {
  const { t } = useTranslation('segments');
  return (
    <Awaited
      of={useTopOf(rule, order)}
      skeleton={<Bones rows={10} height={36} />}
      isEmpty={({ total }) => total === 0}
      empty={<p className={classes.nobody}>{t('list.nobody')}</p>}
    >
      {({ total }) => (
        <div className={classes.found}>
          <MemberRows
            key={`${order} ${JSON.stringify(rule)}`}
            label={label}
            rule={rule}
            order={order}
            total={total}
            onOrder={onOrder}
            onOpen={onOpen}
            takesFocus={false}
          />
        </div>
      )}
    </Awaited>
  );
}
