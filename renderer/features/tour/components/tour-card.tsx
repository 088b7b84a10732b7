import { useHotkeys } from '@mantine/hooks';
import { type MouseEvent, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { KeyButton } from '../../../ui/key-button';
import { STATIONS } from '../stations';
import { goOn, leaveTour } from '../tour-state';
import classes from './tour-card.module.css';

/** Pressed with a mouse, its buttons leave the focus where it is: the next key belongs to the counter. */
const asKeyOnly = { tabIndex: -1, onMouseDown: (event: MouseEvent) => event.preventDefault() };

interface TourCardProps {
  /** The place of the station among all. */
  readonly at: number;
}

/**
 * One station of the tour: a line between the screen and its keys, so that it covers nothing and takes
 * no focus; the part that it is about is ringed. Alt+N goes on, Alt+X leaves.
 */
export function TourCard({ at }: TourCardProps) {
  const { t } = useTranslation('tour');
  const { id } = STATIONS[at] ?? STATIONS[0];
  const isLast = at === STATIONS.length - 1;
  useHotkeys(
    [
      ['alt+N', goOn, { usePhysicalKeys: true }],
      ['alt+X', leaveTour, { usePhysicalKeys: true }],
    ],
    [],
  );
  useRing(id);
  return (
    <aside className={classes.card} aria-label={t('tourName')}>
      <span className={classes.place} aria-hidden="true">
        {at + 1} / {STATIONS.length}
      </span>
      <p className={classes.words} role="status">
        <strong className={classes.title}>{t(`station.${id}.title`)}</strong> {t(`station.${id}.text`)}
      </p>
      <div className={classes.acts}>
        {isLast ? null : (
          <KeyButton
            {...asKeyOnly}
            cap="Alt+X"
            size="xs"
            variant="subtle"
            aria-keyshortcuts="Alt+X"
            onClick={leaveTour}
          >
            {t('skip')}
          </KeyButton>
        )}
        <KeyButton
          {...asKeyOnly}
          cap="Alt+N"
          size="xs"
          variant="light"
          aria-keyshortcuts="Alt+N"
          onClick={goOn}
        >
          {t(isLast ? 'finish' : 'goOn')}
        </KeyButton>
      </div>
    </aside>
  );
}

/** Says on the document which part the station is about: the style sheet draws the ring around it. */
function useRing(id: string): void {
  useEffect(() => {
    const { dataset } = document.documentElement;
    dataset.tourStation = id;
    return () => {
      delete dataset.tourStation;
    };
  }, [id]);
}
