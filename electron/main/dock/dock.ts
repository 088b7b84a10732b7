import { hotkeyProblem } from '../../../db/domain/dock/hotkey';
import type { Zoom } from '../../../db/domain/dock/zoom';
import { type NoParams, type Refusal, refuse } from '../../../db/domain/refusal';
import type { Form, Side } from '../../contract/dock';
import type { ShukeEvent } from '../../contract/events';
import type { PreferencesFile } from '../preferences';
import { type Area, DOCK_WIDTH, dockAt, placeOf, screenFor, type WorkScreen } from './place';

/** The counter's window as the dock moves it about, so that main needs no electron. */
export interface CounterFrame {
  readonly screens: () => readonly [WorkScreen, ...WorkScreen[]];
  readonly at: () => Area;
  /** What the system draws at its left and right, in all. */
  readonly border: () => number;
  /** It is seen, and has the keys. */
  readonly isInFront: () => boolean;
  /** Above everything else, here. */
  readonly dockAt: (area: Area) => void;
  /** As it was before it became a dock, among the other windows. */
  readonly widen: () => void;
  /** Draws everything so many times as large. */
  readonly enlarge: (times: number) => void;
  readonly bringForward: () => void;
  /** Gone from the screen; whatever was behind it has the keys. */
  readonly hide: () => void;
  /** The same, but the taskbar still has it. */
  readonly minimise: () => void;
}

/** Keys that are heard whatever program is in front. */
export interface Hotkeys {
  /** False where another program has it. */
  readonly hear: (hotkey: string, pressed: () => void) => boolean;
  readonly forget: (hotkey: string) => void;
}

/** Why a key was not taken; the old one still calls Shuke. */
export type HotkeyRefusal = Refusal<'own_key' | 'too_plain' | 'system_key' | 'taken', NoParams>;

/**
 * The narrow form of the counter's window, and how it comes and goes: summoned and put away by one key from over
 * any program. Side, screen and key are this PC's.
 */
export class Dock {
  private heard = false;

  constructor(
    private readonly outside: {
      readonly frame: CounterFrame;
      readonly hotkeys: Hotkeys;
      readonly preferences: PreferencesFile;
      readonly emit: (event: ShukeEvent) => void;
    },
  ) {}

  /**
   * At the start, before there is a window. Answers whether it shows itself: started with the computer it waits
   * in its dock, unless no key could call it.
   */
  begin(withComputer: boolean): { readonly shown: boolean } {
    this.heard = this.hear(this.chosen().hotkey);
    const waits = withComputer && this.heard;
    if (waits) this.keep({ form: 'dock' });
    return { shown: !waits };
  }

  standing() {
    const { screen, ...chosen } = this.chosen();
    return {
      ...chosen,
      screenId: screen?.id ?? null,
      screens: this.outside.frame
        .screens()
        .map(({ id, label, bounds: { width, height } }) => ({ id, label, width, height })),
      heard: this.heard,
    };
  }

  /** The window takes the form and place that it should have. */
  stand(): void {
    const { form, side, screen } = this.chosen();
    const { frame } = this.outside;
    const times = this.outside.preferences.get().zoom / 100;
    frame.enlarge(times);
    if (form === 'wide') frame.widen();
    else {
      const on = screenFor(frame.screens(), screen, frame.at());
      frame.dockAt(dockAt(on, side, Math.round(DOCK_WIDTH * times) + frame.border()));
    }
  }

  /** A dock grows with what stands in it. */
  zoom(zoom: Zoom): void {
    this.outside.preferences.change({ zoom });
    this.stand();
    this.tell();
  }

  turn(to: Form | 'other'): void {
    const now = this.chosen().form;
    const form = to === 'other' ? (now === 'dock' ? 'wide' : 'dock') : to;
    if (form === now) return;
    this.keep({ form });
    this.stand();
  }

  place(side: Side, screenId: number | null): void {
    const on = this.outside.frame.screens().find(({ id }) => id === screenId);
    // A screen that is not there now cannot be chosen anew; the one that was stays.
    const screen = screenId === null ? null : on === undefined ? this.chosen().screen : chosenOf(on);
    this.keep({ side, screen });
    this.stand();
  }

  /** Dragged to another side or screen, it stands there from now on; a little moved, it goes back to its place. */
  dropped(): void {
    if (this.chosen().form !== 'dock') return;
    const { screen, side } = placeOf(this.outside.frame.at(), this.outside.frame.screens());
    this.keep({ side, screen: chosenOf(screen) });
    this.stand();
  }

  /** Screens came or went, or changed their size. */
  screensChanged(): void {
    if (this.chosen().form === 'dock') this.stand();
    this.tell();
  }

  /** The hotkey. A dock that is seen but has not the keys is called, not put away. */
  pressed(): void {
    if (this.outside.frame.isInFront()) this.dismiss();
    else this.summon();
  }

  /** For the next customer: in front, with the keys in the box. */
  summon(): void {
    this.comeForward();
    this.outside.emit({ type: 'summoned', form: this.chosen().form });
  }

  /** In front, showing what it showed. */
  comeForward(): void {
    if (this.chosen().form === 'dock') this.stand();
    this.outside.frame.bringForward();
  }

  /** Hidden only where the key calls it back; else the taskbar keeps it, so that it is never lost. */
  dismiss(): void {
    if (this.chosen().form === 'dock' && this.heard) this.outside.frame.hide();
    else this.outside.frame.minimise();
  }

  setHotkey(hotkey: string): HotkeyRefusal | undefined {
    const before = this.chosen().hotkey;
    if (hotkey === before && this.heard) return undefined;
    const problem = hotkeyProblem(hotkey);
    if (problem !== null) return refuse(problem);
    if (!this.hear(hotkey)) return refuse('taken');
    if (this.heard && hotkey !== before) this.outside.hotkeys.forget(before);
    this.heard = true;
    this.keep({ hotkey });
    return undefined;
  }

  private hear(hotkey: string): boolean {
    return this.outside.hotkeys.hear(hotkey, () => this.pressed());
  }

  private chosen() {
    return this.outside.preferences.get().dock;
  }

  private keep(parts: Partial<ReturnType<Dock['chosen']>>): void {
    this.outside.preferences.change({ dock: { ...this.chosen(), ...parts } });
    this.tell();
  }

  private tell(): void {
    this.outside.emit({ type: 'data-changed', scopes: ['preferences'] });
  }
}

const chosenOf = ({ id, bounds }: WorkScreen) => ({ id, bounds });
