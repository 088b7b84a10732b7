import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createStore, type OpenedStore } from '@db/open';
import { fillSample, type SampleOrder, sampleOpening } from '@db/sample/fill';
import { SAMPLE_RULES } from '@db/sample/rules';
import { fillNewStore } from '@db/settings/commands';
import { instant } from '@domain/units';

export interface SampleStore extends OpenedStore {
  readonly order: SampleOrder;
  readonly remove: () => Promise<void>;
}

/** A whole sample store as a file; `now` is an ISO instant. */
export function aSampleStore(now: string, told: Partial<Omit<SampleOrder, 'now'>> = {}): SampleStore {
  const folder = mkdtempSync(join(tmpdir(), 'shuke-sample-'));
  const zone = told.zone ?? 'Asia/Shanghai';
  const order = { seed: 20_261_122, ...told, zone, now: instant(Date.parse(now)) };
  const opened = createStore(join(folder, 'sample.db'), order.now, (raw) => {
    fillNewStore(raw, {
      id: '0190a5d0-0000-7000-8000-000000000001',
      name: '示例店铺',
      calendar: { zone, dayStartHour: 0 },
      sample: true,
      owner: { id: '0190a5d0-0000-7000-8000-000000000002', name: '店主' },
      rules: SAMPLE_RULES,
      now: sampleOpening(order),
    });
    fillSample(raw, order);
  });
  return {
    ...opened,
    order,
    remove: async () => {
      await opened.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
