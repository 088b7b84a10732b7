import { type Nearing, unwarned } from '../../db/complaints/alerts';
import { recordAlerts } from '../../db/complaints/commands';
import { businessDateOf } from '../../db/domain/calendar/business-day';
import { countingOf } from '../../db/domain/complaints/clocks';
import { isTimeToWarn } from '../../db/domain/complaints/warning';
import type { Locale } from '../../db/domain/locale';
import type { Instant } from '../../db/domain/units';
import { currentRules } from '../../db/settings/queries';
import { warningWords } from './complaint-words';
import type { Alerts } from './context';
import type { Shop, Sources } from './shop';

interface Around {
  readonly openShop: () => Shop | undefined;
  readonly sources: Sources;
  readonly locale: () => Locale;
  readonly alerts: Alerts;
  /** Nobody was warned; the next minute tries again. */
  readonly failed: (error: unknown) => void;
}

/**
 * Warns on the desktop before a complaint is answered or resolved too late, once for each clock: what was
 * told is written down before it is told, so that no restart tells it again. What ran out while nobody
 * watched is no warning any more; it stands at the top of the board. A sample store's complaints are made
 * up: nobody is called to the desk for them.
 */
export class ComplaintWatch {
  private run: Promise<void> | undefined;

  constructor(private readonly around: Around) {}

  /** One look at a time; called every minute. */
  look(): void {
    this.run ??= this.warn()
      .catch(this.around.failed)
      .finally(() => {
        this.run = undefined;
      });
  }

  /** When the look at hand is over; also before the store is closed. */
  async settled(): Promise<void> {
    await this.run;
  }

  private async warn(): Promise<void> {
    const shop = this.around.openShop();
    if (shop === undefined || shop.sample) return;
    const now = this.around.sources.clock();
    const due = await this.toWarnOf(shop, now);
    const [first] = due;
    if (first === undefined) return;
    await shop.opened.db.transaction().execute(async (tx) => recordAlerts(tx, due, now));
    const words = warningWords(due, { now, calendar: shop.calendar, locale: this.around.locale() });
    this.around.alerts.show({ ...words, complaintId: first.complaintId });
  }

  private async toWarnOf(shop: Shop, now: Instant): Promise<Nearing[]> {
    const nearing = await unwarned(shop.opened.db, now);
    if (nearing.length === 0) return [];
    const { rules } = await currentRules(shop.opened.db, businessDateOf(now, shop.calendar));
    return nearing.filter(({ clock, dueAt, storeHours }) =>
      isTimeToWarn({ clock, at: dueAt }, now, rules.complaints, countingOf(rules, shop.calendar, storeHours)),
    );
  }
}
