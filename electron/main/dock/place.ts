import type { Side } from '../../contract/dock';

/** A rectangle in points that do not depend on a screen's scale, as Electron counts them. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A screen of this PC; its work area is what the taskbar leaves. */
export interface WorkScreen {
  readonly id: number;
  readonly label: string;
  readonly bounds: Area;
  readonly workArea: Area;
}

/** The screen that was chosen, and where it lay: unplugged, the nearest one to there stands in for it. */
export interface ChosenScreen {
  readonly id: number;
  readonly bounds: Area;
}

/** Content, without what the system draws around it. */
export const DOCK_WIDTH = 380;

/** The chosen screen, or the nearest to where it lay; without a choice the nearest to `here`. There is always one. */
export function screenFor(
  screens: readonly [WorkScreen, ...WorkScreen[]],
  chosen: ChosenScreen | null,
  here: Area,
): WorkScreen {
  const found = screens.find(({ id }) => id === chosen?.id);
  return found ?? nearest(screens, chosen?.bounds ?? here);
}

/** As high as the work area, at its edge; `width` is of the whole window, and never more than there is. */
export function dockAt({ workArea }: WorkScreen, side: Side, width: number): Area {
  const fits = Math.min(width, workArea.width);
  const x = side === 'left' ? workArea.x : workArea.x + workArea.width - fits;
  return { x, y: workArea.y, width: fits, height: workArea.height };
}

/** Dragged somewhere: onto which screen, and to which of its sides it is nearer. */
export function placeOf(
  window: Area,
  screens: readonly [WorkScreen, ...WorkScreen[]],
): { readonly screen: WorkScreen; readonly side: Side } {
  const screen = nearest(screens, window);
  return { screen, side: centre(window).x < centre(screen.workArea).x ? 'left' : 'right' };
}

function nearest([first, ...others]: readonly [WorkScreen, ...WorkScreen[]], to: Area): WorkScreen {
  const point = centre(to);
  const far = ({ bounds }: WorkScreen) => distance(bounds, point);
  return others.reduce((best, screen) => (far(screen) < far(best) ? screen : best), first);
}

const centre = ({ x, y, width, height }: Area) => ({ x: x + width / 2, y: y + height / 2 });

/** From the point to the nearest edge, 0 inside. */
function distance({ x, y, width, height }: Area, point: { readonly x: number; readonly y: number }): number {
  const outside = (from: number, length: number, at: number) => Math.max(from - at, 0, at - (from + length));
  return Math.hypot(outside(x, width, point.x), outside(y, height, point.y));
}
