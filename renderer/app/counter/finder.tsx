import classes from './counter.module.css';
import { CounterBox } from './counter-box';
import { LeftColumn } from './left-column';
import { useFound } from './use-found';

const LIST_ID = 'found-members';

/** The box and what it found: the only part that is drawn again at a keystroke. */
export function Finder() {
  const found = useFound();
  return (
    <>
      <div className={classes.box}>
        <CounterBox found={found} listId={LIST_ID} />
      </div>
      <div className={classes.left}>
        <LeftColumn found={found} listId={LIST_ID} />
      </div>
    </>
  );
}
