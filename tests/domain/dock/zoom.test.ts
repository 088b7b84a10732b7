import { nextZoom, ZOOMS } from '@domain/dock/zoom';
import { describe, expect, it } from 'vitest';

describe('how large the window is drawn', () => {
  it('goes from one step to the next and back again', () =>
    expect(ZOOMS.slice(0, -1).map((zoom) => nextZoom(nextZoom(zoom, 1), -1))).toEqual(ZOOMS.slice(0, -1)));

  it('stays where it is at either end', () => {
    expect(nextZoom(100, -1)).toBe(100);
    expect(nextZoom(200, 1)).toBe(200);
  });
});
