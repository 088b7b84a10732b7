import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { change, whole } from '../../../lib/format';
import { useFormat } from '../../../lib/store-context';
import { Awaited } from '../../../ui/awaited';
import { Bones } from '../../../ui/bones';
import { Panel } from '../../../ui/panel';
import { useEntries } from '../api';
import { AdjustForm } from './adjust-form';
import { Lots } from './lots';
import classes from './points-panel.module.css';

interface PointsPanelProps {
  readonly memberId: string;
  readonly onCancel: () => void;
  readonly onDone: () => void;
}

/** Where the points come from and when they lapse; every entry; and an adjustment by hand. */
export function PointsPanel({ memberId, onCancel, onDone }: PointsPanelProps) {
  const { t } = useTranslation('points');
  return (
    <Panel
      title={t('title')}
      onCancel={onCancel}
      reading
      foot={<AdjustForm memberId={memberId} onDone={onDone} />}
    >
      <h3 className={classes.head}>{t('lots')}</h3>
      <Lots memberId={memberId} />
      <h3 className={classes.head}>{t('entries')}</h3>
      <Entries memberId={memberId} />
    </Panel>
  );
}

const FIRST = 20;
const MOST = 200;

function Entries({ memberId }: { readonly memberId: string }) {
  const { t } = useTranslation('points');
  const format = useFormat();
  const [limit, setLimit] = useState(FIRST);
  return (
    <Awaited
      of={useEntries(memberId, limit)}
      skeleton={<Bones rows={6} height={44} />}
      isEmpty={(page) => page.total === 0}
      empty={<p className={classes.empty}>{t('noEntries')}</p>}
    >
      {(page) => (
        <>
          <ul className={classes.rows}>
            {page.rows.map((entry) => (
              <li key={entry.seq} className={classes.entry}>
                <span>
                  {t(`kind.${entry.kind}`)}{' '}
                  <span className="quiet">{entry.reason || (entry.receiptNo ?? '')}</span>
                </span>
                <strong>{change(entry.points)}</strong>
                <span className={classes.when}>
                  {format.dateTime(entry.at)} · {entry.staffName}
                </span>
                <span className={classes.after}>{t('balance', { points: whole(entry.balanceAfter) })}</span>
              </li>
            ))}
          </ul>
          {page.total > page.rows.length && limit < MOST ? (
            <Button variant="subtle" size="compact-sm" onClick={() => setLimit(MOST)}>
              {t('more', { count: page.total })}
            </Button>
          ) : null}
        </>
      )}
    </Awaited>
  );
}
