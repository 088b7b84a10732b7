import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/store-context';
import { Awaited } from '../../../ui/awaited';
import { Bones } from '../../../ui/bones';
import { RowList } from '../../../ui/row-list';
import { type RulePacketView, useRulePackets } from '../api';
import type { RuleWords } from '../rule-words';
import classes from './head-office.module.css';
import { RulePacket } from './rule-packet';

interface RulePacketsProps {
  readonly ruleWords: RuleWords;
}

/** Rules that head office has sent, the ones that wait first; Enter shows what they would change. */
export function RulePackets({ ruleWords }: RulePacketsProps) {
  const { t } = useTranslation('headOffice');
  const packets = useRulePackets();
  const [openId, setOpenId] = useState<string | null>(null);
  return (
    <Awaited
      of={packets}
      skeleton={<Bones rows={3} height={44} />}
      isEmpty={(rows) => rows.length === 0}
      empty={<p className={classes.line}>{t('rules.empty')}</p>}
    >
      {(rows) => {
        const open = rows.find(({ id }) => id === openId);
        return open === undefined ? (
          <RowList
            label={t('view.rules')}
            rows={rows}
            idOf={({ id }) => id}
            onOpen={({ id }) => setOpenId(id)}
          >
            {(packet) => <PacketRow packet={packet} />}
          </RowList>
        ) : (
          <RulePacket packet={open} ruleWords={ruleWords} onBack={() => setOpenId(null)} />
        );
      }}
    </Awaited>
  );
}

function PacketRow({ packet }: { readonly packet: RulePacketView }) {
  const { t } = useTranslation('headOffice');
  const format = useFormat();
  return (
    <span className={classes.row}>
      <span>{t('rules.name', { n: packet.number, title: packet.title })}</span>
      <span className="quiet">{t('rules.from', { date: format.date(packet.from) })}</span>
      <span className={classes.size}>{t(`rules.${packet.state}`)}</span>
    </span>
  );
}
