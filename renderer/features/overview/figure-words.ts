import { type Change, changeOf } from '@domain/overview/difference';
import { money, change as signed, whole } from '../../lib/format';
import type { Figures } from './api';

/** What an owner asks for first, in the order of the page. */
export const FIGURES = [
  { id: 'money', kind: 'money' },
  { id: 'bills', kind: 'whole' },
  { id: 'averageTicket', kind: 'money' },
  { id: 'buyers', kind: 'whole' },
  { id: 'newMembers', kind: 'whole' },
  { id: 'pointsGiven', kind: 'whole' },
  { id: 'pointsUsed', kind: 'whole' },
  { id: 'refunded', kind: 'money' },
] as const satisfies readonly { readonly id: keyof Figures; readonly kind: 'money' | 'whole' }[];

type Kind = (typeof FIGURES)[number]['kind'];

/** `¥1,234.50`, `1,234`, or `—` where there is none. */
export const figureWords = (value: number | null, kind: Kind): string =>
  value === null ? '—' : kind === 'money' ? money(value) : whole(value);

/** `+¥320.00 (+12.3%)`, `±0`; `—` where nothing can be compared. */
export function changeWords(now: number | null, before: number | null, kind: Kind): string {
  const change = changeOf(now, before);
  if (change === null) return '—';
  if (change.by === 0) return '±0';
  const by = kind === 'whole' ? signed(change.by) : `${change.by > 0 ? '+' : ''}${money(change.by)}`;
  return change.percent === null ? by : `${by} (${percentWords(change)})`;
}

/** A change too small for its decimal keeps its sign: `−0.0%`. */
const percentWords = ({ by, percent }: Change): string =>
  `${by < 0 ? '−' : '+'}${Math.abs(percent ?? 0).toFixed(1)}%`;
