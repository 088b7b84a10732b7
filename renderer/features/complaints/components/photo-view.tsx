import { Modal } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/store-context';
import { KeyButton } from '../../../ui/key-button';
import { Notice } from '../../../ui/notice';
import type { ComplaintDetail } from '../api';
import { usePicture } from '../use-picture';
import classes from './photos.module.css';

interface PhotoViewProps {
  readonly photos: ComplaintDetail['photos'];
  readonly at: number;
  readonly onTurn: (at: number) => void;
  readonly onClose: () => void;
}

/** One picture in full; arrows turn, Esc closes. */
export function PhotoView({ photos, at, onTurn, onClose }: PhotoViewProps) {
  const { t } = useTranslation(['complaints', 'common']);
  const format = useFormat();
  const photo = photos[at];
  if (photo === undefined) return null;
  const turn = (by: number) => onTurn((at + by + photos.length) % photos.length);
  const press = (event: KeyboardEvent) => {
    // A key in the dialog is not one of the screen behind it, to which React would hand it on.
    event.stopPropagation();
    if (event.key === 'Escape') onClose();
    else if (event.key === 'ArrowRight') turn(1);
    else if (event.key === 'ArrowLeft') turn(-1);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size="auto"
      title={t('photo.title', { number: at + 1, of: photos.length })}
      closeButtonProps={{ 'aria-label': t('common:act.close') }}
      transitionProps={{ duration: 0 }}
      onKeyDown={press}
    >
      <div className={classes.view}>
        <Full key={photo.id} photo={photo} />
        <p className="quiet numbers">
          {t('photo.by', { staff: photo.staffName, at: format.dateTime(photo.at) })}
        </p>
        {photos.length === 1 ? null : (
          <div className={classes.turn}>
            <KeyButton cap="←" variant="default" onClick={() => turn(-1)}>
              {t('photo.before')}
            </KeyButton>
            <KeyButton cap="→" variant="default" onClick={() => turn(1)}>
              {t('photo.next')}
            </KeyButton>
          </div>
        )}
      </div>
    </Modal>
  );
}

function Full({ photo }: { readonly photo: ComplaintDetail['photos'][number] }) {
  const { t } = useTranslation('complaints');
  const { address, gone } = usePicture(photo.id);
  if (gone) return <Notice tone="danger">{t('photo.gone')}</Notice>;
  return address === null ? null : (
    <img src={address} width={photo.width} height={photo.height} alt={t('photo.alt')} draggable={false} />
  );
}
