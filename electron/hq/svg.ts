import type { DrawingContext } from 'bwip-js/generic';

/** ISO/IEC 18004: white modules around a QR code; the library draws two units to a module. */
const QUIET = 4 * 2;

/** A QR code as an SVG file, black on white. */
export function svgOf(): DrawingContext<string> {
  let path = '';
  let size = { width: 0, height: 0 };
  const notDrawn = () => {
    throw new Error('no such shape in a QR code');
  };
  return {
    scale: () => null,
    measure: notDrawn,
    init: (width, height) => {
      size = { width, height };
    },
    line: notDrawn,
    polygon: (points) => {
      path += points.map(([x, y], at) => `${at === 0 ? 'M' : 'L'}${x} ${y}`).join('');
      path += 'Z';
    },
    hexagon: notDrawn,
    ellipse: notDrawn,
    fill: () => undefined,
    text: notDrawn,
    end: () => {
      const [width, height] = [size.width + 2 * QUIET, size.height + 2 * QUIET];
      const box = `viewBox="${-QUIET} ${-QUIET} ${width} ${height}"`;
      const ground = `<rect x="${-QUIET}" y="${-QUIET}" width="${width}" height="${height}" fill="#fff"/>`;
      const shape = `<path d="${path}" fill-rule="evenodd"/>`;
      return `<svg xmlns="http://www.w3.org/2000/svg" ${box} shape-rendering="crispEdges">${ground}${shape}</svg>\n`;
    },
  };
}
