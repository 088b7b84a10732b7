import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { STARTING_HOTKEY } from '../../db/domain/dock/hotkey';
import { PERSON_PATIENCE_MS, writeDurablyNow } from '../../db/durable-file';
import { clipboardChoiceShape } from '../contract/clipboard';
import { formShape, hotkeyShape, sideShape, zoomShape } from '../contract/dock';
import { preferencesShape } from '../contract/settings';
import { sheetChoiceShape, slipChoiceShape } from '../contract/slips';

const areaShape = z.strictObject({ x: z.int(), y: z.int(), width: z.int(), height: z.int() });

/** What one PC prefers, whichever store is open. Parts that an older Shuke did not know take their defaults. */
const keptShape = preferencesShape.extend({
  slip: slipChoiceShape.default({ paper: 58, printer: null }),
  sheet: sheetChoiceShape.default({ paper: 'a4', printer: null }),
  display: z
    .strictObject({ open: z.boolean(), screenId: z.int().nullable() })
    .default({ open: false, screenId: null }),
  /** Whether what the till's program has copied may be read, to offer it as a receipt number. */
  clipboard: clipboardChoiceShape.default({ allowed: false }),
  /** The tour of the counter: none for who knew Shuke before it, due once a first store was made, then over. */
  tour: z.enum(['none', 'due', 'over']).default('none'),
  zoom: zoomShape.default(100),
  dock: z
    .strictObject({
      form: formShape,
      side: sideShape,
      /** Where it lay as well: unplugged, the nearest one stands in for it. */
      screen: z.strictObject({ id: z.int(), bounds: areaShape }).nullable(),
      hotkey: hotkeyShape,
    })
    .default({ form: 'wide', side: 'right', screen: null, hotkey: STARTING_HOTKEY }),
});
type Kept = z.output<typeof keptShape>;

/** The file of these preferences. Lost or damaged, it is the defaults again. */
export class PreferencesFile {
  private current: Kept;

  constructor(
    private readonly path: string,
    systemLocale: string,
  ) {
    const locale = systemLocale.startsWith('en') ? 'en' : 'zh-CN';
    this.current = read(path, { locale, theme: 'auto' });
  }

  get(): Kept {
    return this.current;
  }

  /** Puts these parts in place of what was there, and keeps the rest. */
  change(parts: Partial<Kept>): Kept {
    const changed = { ...this.current, ...parts };
    writeDurablyNow(this.path, JSON.stringify(changed), PERSON_PATIENCE_MS);
    this.current = changed;
    return changed;
  }
}

function read(path: string, look: Pick<Kept, 'locale' | 'theme'>): Kept {
  try {
    const kept: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return keptShape.parse(typeof kept === 'object' ? { ...look, ...kept } : kept);
  } catch {
    return keptShape.parse(look); // absent or unreadable: the defaults serve, and the next choice writes it anew
  }
}
