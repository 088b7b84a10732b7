import { z } from 'zod';
import { HOTKEY } from '../../db/domain/dock/hotkey';
import { ZOOMS } from '../../db/domain/dock/zoom';
import { act, plain, query, room } from './rpc';

const nothing = z.strictObject({});

/** The counter's window: a narrow strip over the till's own program, or a window like any other. */
export const formShape = z.enum(['wide', 'dock']);
export type Form = z.output<typeof formShape>;
export const sideShape = z.enum(['left', 'right']);
export type Side = z.output<typeof sideShape>;
/** As Electron names it: `F8`, `Ctrl+Alt+K`. */
export const hotkeyShape = z.string().regex(HOTKEY);

/** In percent. */
export const zoomShape = z.literal(ZOOMS);

const screenShape = z.strictObject({
  id: z.int(),
  label: z.string(),
  /** Of the whole screen, in points that do not depend on its scale. */
  width: z.int(),
  height: z.int(),
});

export const dockRoom = room(() => ({
  /** Which form the window has, where its dock stands, and how it is called. */
  standing: query(
    nothing,
    z.strictObject({
      form: formShape,
      side: sideShape,
      /** Null = the screen that the window stood on when the dock was first taken. */
      screenId: z.int().nullable(),
      screens: z.array(screenShape),
      hotkey: hotkeyShape,
      /** False while another program has that key: then Shuke does not hear it. */
      heard: z.boolean(),
      /** Null where the system keeps no list of what starts with it. */
      startsWithComputer: z.boolean().nullable(),
    }),
  ),
  /** `other`: whichever the window does not have now. A key pressed twice, before the page has heard, goes there and back. */
  turn: act({
    input: z.strictObject({ form: z.union([formShape, z.literal('other')]) }),
    output: nothing,
    refusals: {},
  }),
  place: act({
    input: z.strictObject({ side: sideShape, screenId: z.int().nullable() }),
    output: nothing,
    refusals: {},
  }),
  /** Puts the window away; the program behind it has the keys again. */
  dismiss: act({ input: nothing, output: nothing, refusals: {} }),
  /** The old key stays until the new one is heard. */
  setHotkey: act({
    input: z.strictObject({ hotkey: hotkeyShape }),
    output: nothing,
    refusals: { own_key: plain, too_plain: plain, system_key: plain, taken: plain },
  }),
  zoom: query(nothing, z.strictObject({ percent: zoomShape })),
  setZoom: act({ input: z.strictObject({ percent: zoomShape }), output: nothing, refusals: {} }),
  /** To the next larger or smaller step. */
  stepZoom: act({ input: z.strictObject({ by: z.literal([1, -1]) }), output: nothing, refusals: {} }),
  /** Opens with the computer, put away in its dock. */
  startWithComputer: act({
    input: z.strictObject({ on: z.boolean() }),
    output: nothing,
    refusals: { not_on_this_system: plain },
  }),
}));
