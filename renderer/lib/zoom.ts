import type { Zoom } from '@domain/dock/zoom';
import { act } from './client';
import { useAct } from './use-command';
import { useRead } from './use-read';

/** How large everything is drawn on this PC, and how to change it. */
export function useZoom(): { readonly percent: Zoom | undefined; readonly set: (percent: Zoom) => void } {
  const { data } = useRead('dock', 'zoom', {}, { forgetAfter: Number.POSITIVE_INFINITY });
  const set = useAct('dock', 'setZoom');
  return { percent: data?.percent, set: (percent) => void set.run({ percent }) };
}

/** Main knows the step; what goes wrong is in its log, and everything stays as large as it was. */
export const stepZoom = (by: 1 | -1): void => void act('dock', 'stepZoom', { by }).catch(() => undefined);
