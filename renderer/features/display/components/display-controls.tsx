import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Answered } from '../../../lib/rooms';
import { Awaited } from '../../../ui/awaited';
import { Bones } from '../../../ui/bones';
import { FaultLine } from '../../../ui/fault-line';
import { KeyButton } from '../../../ui/key-button';
import { Notice } from '../../../ui/notice';
import { useCloseDisplay, useOpenDisplay, usePlacement } from '../api';

type Placement = Answered<'display', 'placement'>;

/** Opens and closes the customer's screen and says where it stands. */
export function DisplayControls() {
  return (
    <Awaited of={usePlacement()} skeleton={<Bones rows={2} height={36} />}>
      {(placement) => <Controls placement={placement} />}
    </Awaited>
  );
}

function Controls({ placement }: { readonly placement: Placement }) {
  const { t } = useTranslation('display');
  const open = useOpenDisplay();
  const close = useCloseDisplay();
  const { screenId } = placement;
  const others = placement.screens.filter(({ main }) => !main);
  const gone = screenId !== null && others.every(({ id }) => id !== screenId);
  const fault = [open.now, close.now].find(({ state }) => state === 'fault');
  return (
    <>
      <KeyButton
        cap="Alt+D"
        variant="default"
        aria-keyshortcuts="Alt+D"
        onClick={() => void (placement.open ? close.run({}) : open.run({ screenId }))}
      >
        {t(placement.open ? 'section.close' : 'section.open')}
      </KeyButton>
      {others.length === 0 && !gone ? null : (
        <NativeSelect
          label={t('section.where')}
          data={[
            { value: '', label: t('section.auto') },
            ...others.map((screen, index) => ({ value: String(screen.id), label: nameOf(screen, index) })),
            ...(gone ? [{ value: String(screenId), label: t('section.notConnected') }] : []),
          ]}
          value={screenId === null ? '' : String(screenId)}
          onChange={(event) => {
            const { value } = event.currentTarget;
            void open.run({ screenId: value === '' ? null : Number(value) });
          }}
        />
      )}
      {placement.open ? (
        <Notice tone={gone ? 'mind' : 'quiet'}>{t(gone ? 'section.gone' : 'section.remembered')}</Notice>
      ) : null}
      {fault?.state === 'fault' ? <FaultLine mishap={fault.mishap} /> : null}
    </>
  );

  function nameOf({ label, width, height }: Placement['screens'][number], index: number): string {
    const name = label === '' ? t('section.unnamed', { number: index + 2 }) : label;
    return t('section.screen', { label: name, width, height });
  }
}
