import type { ContactChannel } from '@domain/care/task';

/** The ways out of the shop that a task offers, each by its key; a scan cannot press them, and words may be typed beside. */
export const WAYS = [
  { channel: 'phone', key: 'F4' },
  { channel: 'sms', key: 'F5' },
  { channel: 'wechat', key: 'F6' },
  { channel: 'wecom', key: 'F7' },
] as const satisfies readonly { channel: ContactChannel; key: string }[];
export type Way = (typeof WAYS)[number]['channel'];

/** What else may be done with a task, in the bar at the bottom. */
export const STEPS = [
  { step: 'put_off', key: 'F9' },
  { step: 'drop', key: 'F10' },
  { step: 'assign', key: 'F12' },
] as const;
export type Step = (typeof STEPS)[number]['step'];
