import { useEffect, useRef, useState } from 'react';
import type { Mishap } from '../../lib/mishap';
import type { RefusalFor } from '../../lib/use-command';
import { useAddPhoto } from './api';
import { asPlainJpeg, type PhotoProblem, picturesIn } from './photo-file';

export type IntakeTrouble =
  | { readonly kind: 'problem'; readonly problem: PhotoProblem; readonly file: string }
  | { readonly kind: 'refused'; readonly refusal: RefusalFor<'complaints', 'addPhoto'> }
  | { readonly kind: 'fault'; readonly mishap: Mishap; readonly retry: () => void };

/** Pictures for a complaint, one after the other; the first that does not go in stops the rest. */
export function usePhotoIntake(complaintId: string) {
  const add = useAddPhoto();
  const [left, setLeft] = useState(0);
  const [trouble, setTrouble] = useState<IntakeTrouble | null>(null);

  const send = async (jpeg: Uint8Array<ArrayBuffer>): Promise<boolean> => {
    const end = await add.run({ complaintId, jpeg });
    if (end.state === 'refused') setTrouble({ kind: 'refused', refusal: end.refusal });
    // The same bytes again carry the same request id: a picture is not kept twice.
    if (end.state === 'fault')
      setTrouble({ kind: 'fault', mishap: end.mishap, retry: () => void again(jpeg) });
    return end.state === 'done';
  };
  const again = async (jpeg: Uint8Array<ArrayBuffer>) => {
    setTrouble(null);
    await send(jpeg);
  };
  const take = async (files: readonly File[]) => {
    if (files.length === 0 || left > 0) return;
    setTrouble(null);
    for (const [index, file] of files.entries()) {
      setLeft(files.length - index);
      const jpeg = await asPlainJpeg(file);
      if (typeof jpeg === 'string') {
        setTrouble({ kind: 'problem', problem: jpeg, file: file.name });
        break;
      }
      if (!(await send(jpeg))) break;
    }
    setLeft(0);
  };
  return { take, left, trouble };
}

/** A picture may be pasted, or dropped anywhere on the window, while this is on screen. */
export function usePastedPictures(take: (files: readonly File[]) => void): void {
  const latest = useRef(take);
  useEffect(() => {
    latest.current = take;
  });
  useEffect(() => {
    const handle = (event: Event, data: DataTransfer | null) => {
      const pictures = picturesIn(data);
      if (pictures.length === 0) return;
      event.preventDefault();
      latest.current(pictures);
    };
    const paste = (event: ClipboardEvent) => handle(event, event.clipboardData);
    const drop = (event: DragEvent) => handle(event, event.dataTransfer);
    // Without this the page refuses whatever is dragged over it.
    const over = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files') === true) event.preventDefault();
    };
    window.addEventListener('paste', paste);
    window.addEventListener('drop', drop);
    window.addEventListener('dragover', over);
    return () => {
      window.removeEventListener('paste', paste);
      window.removeEventListener('drop', drop);
      window.removeEventListener('dragover', over);
    };
  }, []);
}
