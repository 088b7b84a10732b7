import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { bytes } from '../../../lib/bytes';
import { whole } from '../../../lib/format';
import { useFormat } from '../../../lib/store-context';
import { Awaited } from '../../../ui/awaited';
import { Bones } from '../../../ui/bones';
import { RowList } from '../../../ui/row-list';
import { type PacketView, usePackets, useShowOutbox } from '../api';
import { usePacketWords } from '../use-words';
import classes from './head-office.module.css';
import { PacketDetail } from './packet-detail';
import { StateMark } from './state-mark';

interface OutboxProps {
  readonly onAgain: (packet: PacketView) => void;
}

/** Every packet of this store, newest first, and how far it is; Enter shows what is in it. */
export function Outbox({ onAgain }: OutboxProps) {
  const { t } = useTranslation('headOffice');
  const packets = usePackets();
  const showFolder = useShowOutbox();
  const [openId, setOpenId] = useState<string | null>(null);
  return (
    <Awaited
      of={packets}
      skeleton={<Bones rows={6} height={44} />}
      isEmpty={(rows) => rows.length === 0}
      empty={<p className={classes.line}>{t('outbox.empty')}</p>}
    >
      {(rows) => {
        const open = rows.find(({ id }) => id === openId);
        return open === undefined ? (
          <>
            <RowList
              label={t('view.outbox')}
              rows={rows}
              idOf={({ id }) => id}
              onOpen={({ id }) => setOpenId(id)}
            >
              {(packet) => <PacketRow packet={packet} />}
            </RowList>
            <div className={classes.acts}>
              <Button variant="subtle" color="gray" onClick={() => void showFolder.run({})}>
                {t('outbox.show')}
              </Button>
            </div>
          </>
        ) : (
          <PacketDetail packet={open} onAgain={onAgain} onBack={() => setOpenId(null)} />
        );
      }}
    </Awaited>
  );
}

function PacketRow({ packet }: { readonly packet: PacketView }) {
  const { t } = useTranslation('headOffice');
  const format = useFormat();
  const name = usePacketWords();
  return (
    <span className={classes.row}>
      <StateMark state={packet.state} />
      <span>{name(packet)}</span>
      <span className="quiet">
        {format.dateTime(packet.madeAt)} · {t('packet.entries', { n: whole(packet.entries) })}
        {packet.askedAgain ? ` · ${t('packet.asked_again')}` : null}
      </span>
      <span className={classes.size}>{bytes(packet.bytes)}</span>
    </span>
  );
}
