import { ZOOMS } from '@domain/dock/zoom';
import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useZoom } from '../../../lib/zoom';

/** For eyes that want it larger than the system draws it. */
export function ZoomSwitch() {
  const { t } = useTranslation('settings');
  const { percent, set } = useZoom();
  if (percent === undefined) return null;
  return (
    <SegmentedControl
      aria-label={t('zoom.label')}
      data={ZOOMS.map((zoom) => ({ value: String(zoom), label: t('zoom.percent', { zoom }) }))}
      value={String(percent)}
      onChange={(value) => {
        const known = ZOOMS.find((zoom) => String(zoom) === value);
        if (known !== undefined) set(known);
      }}
      transitionDuration={0}
    />
  );
}
