/** What the camera of a phone writes into a picture, to be looked for in what is kept. */
export const PLACE = 'GPSLatitude 31.2304N';

/** The picture with a segment of camera data after its first marker, as phones write it. */
export function locatedJpeg(jpeg: Buffer): Buffer {
  const data = Buffer.concat([Buffer.from('Exif\0\0'), Buffer.from(PLACE)]);
  const length = Buffer.alloc(2);
  length.writeUInt16BE(data.length + 2);
  const app1 = Buffer.concat([Buffer.from([0xff, 0xe1]), length, data]);
  return Buffer.concat([jpeg.subarray(0, 2), app1, jpeg.subarray(2)]);
}
