import { PACKET_KIND_NAMES } from '@domain/packets/entries';
import { useTranslation } from 'react-i18next';
import { bytes } from '../../../lib/bytes';
import { whole } from '../../../lib/format';
import { useFormat } from '../../../lib/store-context';
import { KeyButton } from '../../../ui/key-button';
import { Notice } from '../../../ui/notice';
import type { PacketView } from '../api';
import { usePacketWords } from '../use-words';
import classes from './head-office.module.css';
import { StateMark } from './state-mark';

interface PacketDetailProps {
  readonly packet: PacketView;
  readonly onAgain: (packet: PacketView) => void;
  readonly onBack: () => void;
}

/** What is in one packet and what has become of it; the same bytes can go out again. */
export function PacketDetail({ packet, onAgain, onBack }: PacketDetailProps) {
  const { t } = useTranslation('headOffice');
  const format = useFormat();
  const name = usePacketWords();
  const canGoAgain = packet.kept;
  const facts: readonly (readonly [string, string])[] = [
    [t('packet.file'), packet.fileName],
    [t('packet.made'), format.dateTime(packet.madeAt)],
    [t('packet.size'), bytes(packet.bytes)],
    [t('field.personal'), t(`level.${packet.personal}`)],
    ...(packet.written === null
      ? []
      : [[t('packet.written'), `${format.dateTime(packet.written.at)} · ${packet.written.folder}`] as const]),
    ...(packet.ackedAt === null ? [] : [[t('packet.acked'), format.dateTime(packet.ackedAt)] as const]),
  ];
  return (
    <section
      className={classes.detail}
      aria-label={name(packet)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onBack();
      }}
    >
      <h2 className={classes.title}>{name(packet)}</h2>
      <StateMark state={packet.state} />
      <dl className={classes.facts}>
        {facts.map(([what, said]) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd data-selectable>{said}</dd>
          </div>
        ))}
        {PACKET_KIND_NAMES.map((kind) => (
          <div key={kind}>
            <dt>{t(`rows.${kind}`)}</dt>
            <dd className="numbers">{whole(packet.rows[kind] ?? 0)}</dd>
          </div>
        ))}
      </dl>
      {packet.kept ? null : <Notice tone="quiet">{t('packet.not_kept')}</Notice>}
      <div className={classes.acts}>
        {canGoAgain ? (
          <KeyButton cap="Enter" autoFocus onClick={() => onAgain(packet)}>
            {t('packet.again')}
          </KeyButton>
        ) : null}
        <KeyButton cap="Esc" variant="default" autoFocus={!canGoAgain} onClick={onBack}>
          {t('packet.back')}
        </KeyButton>
      </div>
    </section>
  );
}
