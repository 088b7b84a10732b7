import { IconCircle, IconCircleCheck, IconCircleHalf2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PacketView } from '../api';
import classes from './head-office.module.css';

const SHAPE = {
  prepared: IconCircle,
  written: IconCircleHalf2,
  acked: IconCircleCheck,
} as const;

/** How far a packet is, by shape and word: empty, half, full with a tick. */
export function StateMark({ state }: Pick<PacketView, 'state'>) {
  const { t } = useTranslation('headOffice');
  const Shape = SHAPE[state];
  return (
    <span className={classes.mark} data-state={state}>
      <Shape size={18} stroke={1.8} aria-hidden="true" />
      {t(`state.${state}`)}
    </span>
  );
}
