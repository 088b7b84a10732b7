import { useEffect, useState } from 'react';
import { usePhoto } from './api';

/** The address of a kept picture within this window, as long as it is on screen. */
export function usePicture(photoId: string) {
  const photo = usePhoto(photoId);
  const [address, setAddress] = useState<string | null>(null);
  const jpeg = photo.data?.jpeg;
  useEffect(() => {
    if (jpeg === undefined) return;
    // Bytes that came over the bridge lie in memory of their own; a Blob takes no shared memory.
    const made = URL.createObjectURL(new Blob([new Uint8Array(jpeg)], { type: 'image/jpeg' }));
    setAddress(made);
    return () => {
      setAddress(null);
      URL.revokeObjectURL(made);
    };
  }, [jpeg]);
  return { address, gone: photo.isError || photo.data === null };
}
