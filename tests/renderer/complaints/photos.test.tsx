import { asPlainJpeg, fittedSides, MOST_FILE_BYTES } from '@renderer/features/complaints/photo-file';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { faulted, refused } from '../support/bridge';
import { idOf } from '../support/shop';
import { words } from '../support/window';
import { atDesk } from './desk';
import { aComplaint, oneAtDesk } from './shop';

/** Bytes of a JPEG for each quality; what a browser draws and jsdom cannot. */
let drawn: { width: number; height: number; quality: number }[] = [];
let bytesAt: (width: number, quality: number) => number = () => 90;
class Canvas {
  constructor(
    readonly width: number,
    readonly height: number,
  ) {}
  getContext = () => ({ fillRect: () => {}, drawImage: () => {} });
  convertToBlob = async ({ quality, type }: { quality: number; type: string }) => {
    drawn.push({ width: this.width, height: this.height, quality });
    return new Blob([new Uint8Array(bytesAt(this.width, quality)).fill(drawn.length)], { type });
  };
}
beforeEach(() => {
  drawn = [];
  bytesAt = () => 90;
  vi.stubGlobal('OffscreenCanvas', Canvas);
  vi.stubGlobal('createImageBitmap', async (file: Blob) => {
    if ((await file.text()) === 'no picture') throw new DOMException('not a picture');
    return { width: 4000, height: 3000, close: () => {} };
  });
  let made = 0;
  URL.createObjectURL = () => `blob:${++made}`;
  URL.revokeObjectURL = () => {};
});
afterEach(() => vi.unstubAllGlobals());

const aPhoto = (name = 'IMG_1.jpg', content = 'pixels') => new File([content], name, { type: 'image/jpeg' });
const shown = (number: number) => ({
  id: idOf(600 + number),
  width: 1600,
  height: 1200,
  at: Date.UTC(2026, 4, 17, 6, 5),
  staffName: '李店员',
});

describe('a picture is drawn anew', () => {
  it('fits into 1600 pixels, keeps its shape, and is never made larger', () => {
    const side = fc.integer({ min: 1, max: 20_000 });
    fc.assert(
      fc.property(side, side, (width, height) => {
        const fitted = fittedSides(width, height);
        expect(Math.max(fitted.width, fitted.height)).toBeLessThanOrEqual(1600);
        expect(Math.min(fitted.width, fitted.height)).toBeGreaterThanOrEqual(1);
        expect(fitted.width).toBeLessThanOrEqual(width);
        // To the pixel that rounding may take.
        expect(Math.abs(fitted.width * height - fitted.height * width)).toBeLessThanOrEqual(
          Math.max(width, height),
        );
      }),
    );
  });

  it('lowers the quality until it is 1 MB or less', async () => {
    bytesAt = (_, quality) => quality * 2_000_000;
    const jpeg = await asPlainJpeg(aPhoto());
    expect(jpeg).toBeInstanceOf(Uint8Array);
    expect(drawn.at(-1)).toEqual({ width: 1600, height: 1200, quality: 0.45 });
    expect(drawn.map(({ quality }) => quality)).toEqual([0.85, 0.75, 0.6, 0.45]);
  });

  it('becomes smaller where quality alone does not do it', async () => {
    bytesAt = (width) => (width > 900 ? 1_500_000 : 800_000);
    const jpeg = await asPlainJpeg(aPhoto());
    expect(jpeg).toHaveLength(800_000);
    expect(drawn.at(-1)).toEqual({ width: 800, height: 600, quality: 0.85 });
  });

  it('refuses what is no picture, and what is too large to be opened', async () => {
    expect(await asPlainJpeg(aPhoto('x.jpg', 'no picture'))).toBe('unreadable');
    const huge = aPhoto();
    Object.defineProperty(huge, 'size', { value: MOST_FILE_BYTES + 1 });
    expect(await asPlainJpeg(huge)).toBe('too_large_file');
  });
});

describe('photos of a complaint', () => {
  const replies = { ...oneAtDesk(), 'complaints.addPhoto': () => ({ photoId: idOf(601) }) };
  const added = (bridge: Awaited<ReturnType<typeof atDesk>>['bridge']) =>
    bridge.of('complaints.addPhoto').map(({ input }) => input as { complaintId: string; jpeg: Uint8Array });

  it('chosen in the dialog they go in one after the other', async () => {
    const { bridge, user } = await atDesk(replies);
    const field = await screen.findByLabelText(words('complaints:photo.add'), { selector: 'input' });
    await user.upload(field, [aPhoto('1.jpg'), aPhoto('2.jpg')]);
    await waitFor(() => expect(added(bridge)).toHaveLength(2));
    expect(added(bridge).map(({ complaintId, jpeg }) => [complaintId, jpeg[0]])).toEqual([
      [aComplaint().id, 1],
      [aComplaint().id, 2],
    ]);
  });

  it('pasted or dropped anywhere they go in as well; text that is pasted is left alone', async () => {
    const { bridge } = await atDesk(replies);
    await screen.findByLabelText(words('complaints:photo.add'), { selector: 'input' });
    fireEvent.paste(window, { clipboardData: { files: [] } });
    fireEvent.paste(window, { clipboardData: { files: [aPhoto('paste.png')] } });
    await waitFor(() => expect(added(bridge)).toHaveLength(1));
    await waitFor(() => expect(screen.queryByText(words('complaints:photo.left', { count: 1 }))).toBeNull());
    fireEvent.drop(window, { dataTransfer: { files: [aPhoto('drop.jpg')], types: ['Files'] } });
    await waitFor(() => expect(added(bridge)).toHaveLength(2));
  });

  it('what cannot be opened is named, with what to do; nothing is sent', async () => {
    const { bridge, user } = await atDesk(replies);
    const field = await screen.findByLabelText(words('complaints:photo.add'), { selector: 'input' });
    await user.upload(field, aPhoto('IMG_2.jpg', 'no picture'));
    await screen.findByText(words('complaints:photo.unreadable', { file: 'IMG_2.jpg' }));
    expect(added(bridge)).toEqual([]);
  });

  it('a refusal says how many there may be', async () => {
    const { user } = await atDesk({
      ...replies,
      'complaints.addPhoto': () => refused('too_many_photos', { most: 9 }),
    });
    await user.upload(
      await screen.findByLabelText(words('complaints:photo.add'), { selector: 'input' }),
      aPhoto(),
    );
    await screen.findByText(words('complaints:refusal.too_many_photos', { most: 9 }));
  });

  it('after a fault the same picture goes again with the same request id', async () => {
    const { bridge, user } = await atDesk({ ...replies, 'complaints.addPhoto': () => faulted('K3F9') });
    await user.upload(
      await screen.findByLabelText(words('complaints:photo.add'), { selector: 'input' }),
      aPhoto(),
    );
    await screen.findByText(/K3F9/);
    bridge.reply({ 'complaints.addPhoto': () => ({ photoId: idOf(601) }) });
    await user.click(screen.getByRole('button', { name: words('act.retry') }));
    await waitFor(() => expect(added(bridge)).toHaveLength(2));
    const requests = () => bridge.of('complaints.addPhoto').map(({ requestId }) => requestId);
    const [first, second] = requests();
    expect(first).toBeDefined();
    expect(second).toBe(first);
    bridge.reply({ 'complaints.addPhoto': () => faulted('K3F9') });
    const field = screen.getByLabelText(words('complaints:photo.add'), { selector: 'input' });
    await user.upload(field, aPhoto('2.jpg'));
    await screen.findByText(/K3F9/);
    await user.upload(field, aPhoto('3.jpg'));
    await waitFor(() => expect(requests()).toHaveLength(4));
    // As many bytes, but another picture: it is not taken for the one that went wrong.
    expect(new Set(requests()).size).toBe(3);
  });

  it('each opens in full; arrows turn, and Esc leads back to the complaint, not away from it', async () => {
    const photos = [shown(1), shown(2)];
    const { user } = await atDesk({
      ...oneAtDesk({}, { photos }),
      'complaints.photo': () => ({ jpeg: new Uint8Array([1, 2, 3]) }),
    });
    await user.click(
      await screen.findByRole('button', { name: words('complaints:photo.open', { number: 1 }) }),
    );
    const dialog = await screen.findByRole('dialog', {
      name: words('complaints:photo.title', { number: 1, of: 2 }),
    });
    await within(dialog).findByRole('img', { name: words('complaints:photo.alt') });
    await user.keyboard('{ArrowRight}');
    await screen.findByRole('dialog', { name: words('complaints:photo.title', { number: 2, of: 2 }) });
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(screen.getByRole('heading', { name: '张三' })).toBeTruthy();
  });

  it('a file that is gone says so', async () => {
    const { user } = await atDesk({
      ...oneAtDesk({}, { photos: [shown(1)] }),
      'complaints.photo': () => null,
    });
    await user.click(
      await screen.findByRole('button', { name: words('complaints:photo.open', { number: 1 }) }),
    );
    await screen.findByText(words('complaints:photo.gone'));
  });
});
