import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../lib/desk';
import { Awaited } from '../../../ui/awaited';
import { FaultLine } from '../../../ui/fault-line';
import { useChooseClipboard, useClipboardChoice } from '../api';

/** Whether this PC reads what the till's program copies; off until somebody who may says so. */
export function ClipboardChoice() {
  const { t } = useTranslation('pos');
  const choice = useClipboardChoice();
  const choose = useChooseClipboard();
  const may = useMay('clipboard.choose').how !== 'never';
  return (
    <Awaited of={choice}>
      {({ allowed }) => (
        <>
          <Checkbox
            label={t('clipboard.allow')}
            description={t('clipboard.about')}
            checked={allowed}
            disabled={!may || choose.now.state === 'busy'}
            onChange={(event) => void choose.run({ allowed: event.currentTarget.checked })}
          />
          {choose.now.state === 'fault' ? <FaultLine mishap={choose.now.mishap} /> : null}
        </>
      )}
    </Awaited>
  );
}
