import { useRef } from 'react';
import { useMemberCard } from '../../features/members/api';
import { ActPanel } from './act-panel';
import classes from './counter.module.css';
import { CounterBox } from './counter-box';
import { useCounter } from './counter-state';
import { LeftColumn } from './left-column';
import { MiddleColumn } from './middle-column';
import { useCounterFocus } from './use-counter-focus';
import { useCounterKeys } from './use-counter-keys';
import { useFound } from './use-found';

const LIST_ID = 'found-members';

/** The screen people live in: the box, who was found, the member, the act. */
export function CounterScreen() {
  const { memberId, act } = useCounter();
  const found = useFound();
  const card = useMemberCard(memberId);
  const purchases = useRef<HTMLDivElement>(null);
  useCounterFocus();
  useCounterKeys(() => purchases.current?.focus());

  const acting = memberId !== null || act.kind !== 'sale';
  const view = found.isTyping || !acting ? 'results' : memberId === null ? 'act' : 'member';
  return (
    <div className={classes.counter} data-view={view}>
      <div className={classes.box}>
        <CounterBox found={found} listId={LIST_ID} />
      </div>
      <div className={classes.left}>
        <LeftColumn found={found} listId={LIST_ID} />
      </div>
      <div className={classes.middle}>
        <MiddleColumn card={card} purchases={purchases} />
      </div>
      <div className={classes.right}>
        <ActPanel card={memberId === null ? null : card} />
      </div>
    </div>
  );
}
