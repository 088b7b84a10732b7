import { Checkbox, NativeSelect, SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Answered } from '../../../lib/rooms';
import { Awaited } from '../../../ui/awaited';
import { Bones } from '../../../ui/bones';
import { FaultLine } from '../../../ui/fault-line';
import { Notice } from '../../../ui/notice';
import { usePlace, useStanding, useStartWithComputer, useTurn } from '../api';
import classes from './dock-controls.module.css';
import { HotkeyChoice } from './hotkey-choice';

type Standing = Answered<'dock', 'standing'>;

/** How the window is called, which form it has, and where its dock stands. */
export function DockControls() {
  return (
    <Awaited of={useStanding()} skeleton={<Bones rows={4} height={36} />}>
      {(standing) => <Controls standing={standing} />}
    </Awaited>
  );
}

function Controls({ standing }: { readonly standing: Standing }) {
  const { t } = useTranslation('dock');
  const turn = useTurn();
  const place = usePlace();
  const startup = useStartWithComputer();
  const { form, side, screenId, screens } = standing;
  const gone = screenId !== null && screens.every(({ id }) => id !== screenId);
  const fault = [turn.now, place.now, startup.now].find(({ state }) => state === 'fault');
  return (
    <>
      <HotkeyChoice key={standing.hotkey} hotkey={standing.hotkey} heard={standing.heard} />
      <div className={classes.row}>
        <SegmentedControl
          aria-label={t('form.label')}
          data={(['wide', 'dock'] as const).map((value) => ({ value, label: t(`form.${value}`) }))}
          value={form}
          onChange={(next) => void turn.run({ form: next })}
          transitionDuration={0}
        />
        <SegmentedControl
          aria-label={t('side.label')}
          data={(['left', 'right'] as const).map((value) => ({ value, label: t(`side.${value}`) }))}
          value={side}
          onChange={(next) => void place.run({ side: next, screenId })}
          transitionDuration={0}
        />
      </div>
      {screens.length === 1 && !gone ? null : (
        <NativeSelect
          label={t('screen.label')}
          data={[
            { value: '', label: t('screen.here') },
            ...screens.map((screen, index) => ({ value: String(screen.id), label: nameOf(screen, index) })),
            ...(gone ? [{ value: String(screenId), label: t('screen.notConnected') }] : []),
          ]}
          value={screenId === null ? '' : String(screenId)}
          onChange={(event) => {
            const { value } = event.currentTarget;
            void place.run({ side, screenId: value === '' ? null : Number(value) });
          }}
        />
      )}
      {gone ? <Notice tone="mind">{t('screen.gone')}</Notice> : null}
      {standing.startsWithComputer === null ? (
        <Notice tone="quiet">{t('startup.notHere')}</Notice>
      ) : (
        <Checkbox
          label={t('startup.label')}
          checked={standing.startsWithComputer}
          onChange={(event) => void startup.run({ on: event.currentTarget.checked })}
        />
      )}
      {fault?.state === 'fault' ? <FaultLine mishap={fault.mishap} /> : null}
    </>
  );

  function nameOf({ label, width, height }: Standing['screens'][number], index: number): string {
    const name = label === '' ? t('screen.unnamed', { number: index + 1 }) : label;
    return t('screen.named', { label: name, width, height });
  }
}
