import { SegmentedControl } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MembersTable } from '../../features/members/components/members-table';
import { ORDERS, type Order, useMembersTop } from '../../features/members/use-members-window';
import { Awaited } from '../../ui/awaited';
import { Bones } from '../../ui/bones';
import { KeyButton } from '../../ui/key-button';
import { openMember } from '../counter/counter-state';
import classes from './members-screen.module.css';

/** All members in the order one asks for; a row opens its member at the counter. */
export function MembersScreen() {
  const { t } = useTranslation('members');
  const navigate = useNavigate();
  const [order, setOrder] = useState<Order>('last_visit');
  const first = useMembersTop(order);
  const toCounter = () => void navigate({ to: '/counter' });
  return (
    <div className={classes.screen}>
      <header className={classes.head}>
        <h1 className={classes.title}>{t('list.title')}</h1>
        <span className={classes.count}>
          {first.data === undefined ? '' : t('list.count', { count: first.data.total })}
        </span>
        <span className={classes.hint}>{t('list.hint')}</span>
        <SegmentedControl
          size="xs"
          aria-label={t('list.order')}
          transitionDuration={0}
          value={order}
          onChange={(next) => {
            const known = ORDERS.find((each) => each === next);
            if (known !== undefined) setOrder(known);
          }}
          data={ORDERS.map((each) => ({ value: each, label: t(`list.by.${each}`) }))}
        />
      </header>
      <Awaited
        of={first}
        skeleton={<Bones rows={12} height={36} />}
        isEmpty={(page) => page.total === 0}
        empty={
          <div className={classes.empty}>
            <p>{t('list.empty')}</p>
            <KeyButton cap="Ctrl 1" variant="default" onClick={toCounter}>
              {t('list.toCounter')}
            </KeyButton>
          </div>
        }
      >
        {(page) => (
          <MembersTable
            key={order}
            order={order}
            total={page.total}
            onOrder={setOrder}
            onOpen={(memberId) => {
              openMember(memberId);
              toCounter();
            }}
          />
        )}
      </Awaited>
    </div>
  );
}
