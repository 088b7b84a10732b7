import { Notification } from 'electron';
import type { ShukeEvent } from '../contract/events';
import type { Alerts } from './context';

/** Notifications of the system; where it has none, the badge of the rail says the same. */
export function systemAlerts(bringCounterForward: () => void, emit: (event: ShukeEvent) => void): Alerts {
  // Held until they are answered or gone: what nobody holds, the collector takes, and its click is lost.
  const shown = new Set<Notification>();
  return {
    show: ({ title, body, complaintId }) => {
      if (!Notification.isSupported()) return;
      const notification = new Notification({ title, body });
      shown.add(notification);
      notification.on('close', () => shown.delete(notification));
      notification.on('click', () => {
        shown.delete(notification);
        bringCounterForward();
        emit({ type: 'open-complaint', complaintId });
      });
      notification.show();
    },
  };
}
