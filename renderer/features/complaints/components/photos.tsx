import { IconPhotoOff } from '@tabler/icons-react';
import { type Ref, useImperativeHandle, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/store-context';
import { FaultLine } from '../../../ui/fault-line';
import { KeyButton } from '../../../ui/key-button';
import { Notice } from '../../../ui/notice';
import type { ComplaintDetail } from '../api';
import { useRefusalWords } from '../refusal-words';
import { type IntakeTrouble, usePastedPictures, usePhotoIntake } from '../use-photo-intake';
import { usePicture } from '../use-picture';
import { PhotoView } from './photo-view';
import classes from './photos.module.css';

export interface PhotosHandle {
  /** Opens the file dialog. */
  readonly choose: () => void;
}

interface PhotosProps {
  readonly complaintId: string;
  readonly photos: ComplaintDetail['photos'];
  /** The key that opens the file dialog. */
  readonly cap: string;
  readonly ref?: Ref<PhotosHandle>;
}

/** The pictures of a complaint: by file dialog, pasted or dropped; each opens in full. */
export function Photos({ complaintId, photos, cap, ref }: PhotosProps) {
  const { t } = useTranslation('complaints');
  const file = useRef<HTMLInputElement>(null);
  const [open, setOpen] = useState<number | null>(null);
  const { take, left, trouble } = usePhotoIntake(complaintId);
  usePastedPictures((pictures) => void take(pictures));
  const choose = () => file.current?.click();
  useImperativeHandle(ref, () => ({ choose }));
  return (
    <div className={classes.photos}>
      {photos.length === 0 ? null : (
        <ul className={classes.thumbs}>
          {photos.map((photo, index) => (
            <li key={photo.id}>
              <Thumb photo={photo} number={index + 1} onOpen={() => setOpen(index)} />
            </li>
          ))}
        </ul>
      )}
      <div className={classes.add}>
        <KeyButton cap={cap} variant="default" size="compact-sm" loading={left > 0} onClick={choose}>
          {t('photo.add')}
        </KeyButton>
        <span className="quiet">{left > 0 ? t('photo.left', { count: left }) : t('photo.how')}</span>
        <input
          ref={file}
          type="file"
          accept="image/*"
          multiple
          hidden
          aria-label={t('photo.add')}
          onChange={(event) => {
            const chosen = [...(event.currentTarget.files ?? [])];
            event.currentTarget.value = ''; // the same file may be chosen once more
            void take(chosen);
          }}
        />
      </div>
      {trouble === null ? null : <Trouble of={trouble} />}
      {open === null ? null : (
        <PhotoView photos={photos} at={open} onTurn={setOpen} onClose={() => setOpen(null)} />
      )}
    </div>
  );
}

interface ThumbProps {
  readonly photo: ComplaintDetail['photos'][number];
  readonly number: number;
  readonly onOpen: () => void;
}

function Thumb({ photo, number, onOpen }: ThumbProps) {
  const { t } = useTranslation('complaints');
  const format = useFormat();
  const { address, gone } = usePicture(photo.id);
  return (
    <button
      type="button"
      className={classes.thumb}
      title={t('photo.by', { staff: photo.staffName, at: format.dateTime(photo.at) })}
      aria-label={t('photo.open', { number })}
      onClick={onOpen}
    >
      {address === null ? (
        gone ? (
          <IconPhotoOff size={24} stroke={1.6} aria-hidden="true" />
        ) : null
      ) : (
        <img src={address} alt="" draggable={false} />
      )}
    </button>
  );
}

function Trouble({ of }: { readonly of: IntakeTrouble }) {
  const { t } = useTranslation('complaints');
  const wordsOf = useRefusalWords();
  switch (of.kind) {
    case 'fault':
      return <FaultLine mishap={of.mishap} onRetry={of.retry} />;
    case 'refused':
      return <Notice tone="danger">{wordsOf(of.refusal)}</Notice>;
    case 'problem':
      return <Notice tone="danger">{t(`photo.${of.problem}`, { file: of.file })}</Notice>;
  }
}
