import { code128, type DrawingContext, qrcode } from 'bwip-js/generic';

/** A barcode as black shapes on a grid, without its quiet zone. */
export interface Bars {
  /** Units of the grid from left to right, and from top to bottom. */
  readonly width: number;
  readonly height: number;
  readonly unitsPerModule: number;
  /** White modules that must stay around it. */
  readonly quiet: number;
  /** An SVG path in units of the grid, to be filled by the even-odd rule. */
  readonly path: string;
}

/** Error correction M, the library's own choice; it draws matrix codes with two units to a module. Quiet: ISO/IEC 18004. */
export const qrBars = (text: string): Bars => ({
  ...qrcode({ bcid: 'qrcode', text, scale: 1 }, shapes()),
  unitsPerModule: 2,
  quiet: 4,
});

/** A unit to a module, and one high: whoever draws it makes it as tall as they like. Quiet: ISO/IEC 15417. */
export const code128Bars = (text: string): Bars => ({
  ...code128({ bcid: 'code128', text, scale: 1 }, shapes()),
  height: 1,
  unitsPerModule: 1,
  quiet: 10,
});

type Shapes = Pick<Bars, 'width' | 'height' | 'path'>;

/** Collects what the library draws; text, hexagons and ellipses do not come up in these two codes. */
function shapes(): DrawingContext<Shapes> {
  let path = '';
  let size = { width: 0, height: 0 };
  const notDrawn = () => {
    throw new Error('no such shape in a QR code or Code 128');
  };
  return {
    scale: () => null,
    measure: notDrawn,
    init: (width, height) => {
      size = { width, height };
    },
    // A bar; the library gives its middle, rounded up.
    line: (x, _y, _x1, _y1, thickness) => {
      path += `M${x - Math.ceil(thickness / 2)} 0h${thickness}v1h${-thickness}z`;
    },
    polygon: (corners) => {
      path += `M${corners.map((corner) => corner.join(' ')).join('L')}z`;
    },
    hexagon: notDrawn,
    ellipse: notDrawn,
    text: notDrawn,
    fill: () => undefined,
    end: () => ({ ...size, path }),
  };
}
