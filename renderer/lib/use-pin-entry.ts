import type { Role } from '@domain/staff/role';
import { type Instant, instant } from '@domain/units';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Mishap } from './mishap';
import type { Settled } from './use-command';
import { useCountdown } from './use-countdown';

const SHORTEST = 4;

/** Why a PIN was not taken; every room that asks for one refuses in these words. */
export type PinRefusal =
  | {
      readonly code: 'wrong_pin';
      readonly params: { readonly left: number; readonly lockedUntil: Instant | null };
    }
  | { readonly code: 'pin_locked'; readonly params: { readonly until: Instant } }
  | { readonly code: 'pin_blocked'; readonly params: { readonly by?: Role } }
  | { readonly code: 'no_pin' | 'unknown_staff' | 'pin_of_another_pc'; readonly params: object };

type Ended = Settled<unknown, { readonly code: string; readonly params: object }>;

interface Holder {
  readonly role: Role;
  readonly waitUntil: Instant | null;
  readonly blocked: boolean;
}

interface Asked {
  /** Whose PIN it is; who they are not may not be tried for them. */
  readonly of: Holder;
  /** What is refused for another reason than the PIN is for the caller to say. */
  readonly send: (pin: string) => Promise<Ended>;
}

export interface PinEntry {
  readonly pin: string;
  readonly type: (pin: string) => void;
  readonly busy: boolean;
  /** Nothing can be tried now: a wait, or somebody above has to help first. */
  readonly closed: boolean;
  readonly trouble: string | null;
  readonly mishap: Mishap | null;
  readonly submit: () => void;
  /** A scanner has written into it: that is nobody's PIN. */
  readonly scanned: () => void;
}

type Said = { readonly why: 'short' | 'scanned' } | { readonly why: 'refused'; readonly refusal: PinRefusal };

const PIN_CODES: ReadonlySet<string> = new Set([
  'wrong_pin',
  'pin_locked',
  'pin_blocked',
  'no_pin',
  'unknown_staff',
  'pin_of_another_pc',
]);
const isPinRefusal = (refusal: { readonly code: string }): refusal is PinRefusal =>
  PIN_CODES.has(refusal.code);

/** One PIN typed blind: tried by one Enter, gone after each try, closed for as long as a wait lasts. */
export function usePinEntry({ of, send }: Asked): PinEntry {
  const { t } = useTranslation('staff');
  const [pin, setPin] = useState('');
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<Said | null>(null);
  const [mishap, setMishap] = useState<Mishap | null>(null);
  const refusal = said?.why === 'refused' ? said.refusal : null;
  const left = useCountdown(laterOf(of.waitUntil, waitOf(refusal)));
  const blocked = of.blocked || refusal?.code === 'pin_blocked';
  const by = refusal?.code === 'pin_blocked' ? refusal.params.by : helperOf(of.role);

  const submit = async () => {
    if (busy || left > 0 || blocked) return;
    if (pin.length < SHORTEST) return setSaid({ why: 'short' });
    setBusy(true);
    setMishap(null);
    const end = await send(pin);
    setBusy(false);
    setPin('');
    if (end.state === 'fault') setMishap(end.mishap);
    setSaid(
      end.state === 'refused' && isPinRefusal(end.refusal) ? { why: 'refused', refusal: end.refusal } : null,
    );
  };

  const trouble = (): string | null => {
    if (blocked) return t(`pin.blocked_by.${by ?? 'owner'}`);
    if (left > 0) return t('pin.wait', { time: clock(left) });
    if (said === null) return null;
    if (said.why !== 'refused') return t(`pin.${said.why}`);
    switch (said.refusal.code) {
      case 'wrong_pin':
        // Once its wait is over the sentence goes with it.
        return said.refusal.params.lockedUntil === null
          ? t('pin.wrong', { count: said.refusal.params.left })
          : null;
      case 'no_pin':
      case 'unknown_staff':
      case 'pin_of_another_pc':
        return t(`pin.${said.refusal.code}`);
      default:
        return null;
    }
  };

  return {
    pin,
    type: (next) => {
      setPin(next);
      setSaid(null);
    },
    busy,
    closed: left > 0 || blocked,
    trouble: trouble(),
    mishap,
    submit: () => void submit(),
    scanned: () => {
      setPin('');
      setSaid({ why: 'scanned' });
    },
  };
}

/** Who lets a person try again after too many wrong ones. */
const helperOf = (role: Role): Role => (role === 'cashier' ? 'manager' : 'owner');

function waitOf(refusal: PinRefusal | null): Instant | null {
  if (refusal?.code === 'wrong_pin') return refusal.params.lockedUntil;
  return refusal?.code === 'pin_locked' ? refusal.params.until : null;
}

const laterOf = (a: Instant | null, b: Instant | null): Instant | null =>
  a === null || b === null ? (a ?? b) : instant(Math.max(a, b));

/** `0:27`, `8:00`. */
const clock = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
