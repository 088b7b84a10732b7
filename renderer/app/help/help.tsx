import { Button, Group, Modal } from '@mantine/core';
import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { BeginPractice } from '../../features/practice/components/begin-practice';
import { beginTour } from '../../features/tour/tour-state';
import { takesText } from '../../lib/typing';
import classes from './help.module.css';
import { closeHelp, openHelp, useHelp } from './help-state';
import { KeyCard } from './key-card';
import { keysInSight } from './keys-in-sight';

/** `?` opens the map of keys anywhere but in a field with words in it; it prints as a card to lay beside the till. */
export function Help() {
  const { t } = useTranslation(['common', 'tour']);
  const open = useHelp((help) => help.open);
  // As the screen was when it was asked: the map lies over it then.
  const here = useMemo(() => (open ? keysInSight() : []), [open]);
  useEffect(() => {
    const ask = (event: KeyboardEvent) => {
      if (event.key !== '?' && event.key !== '？') return;
      if (takesText(event.target) && event.target.dataset.lookupBox === undefined) return;
      event.preventDefault();
      openHelp();
    };
    window.addEventListener('keydown', ask);
    return () => window.removeEventListener('keydown', ask);
  }, []);
  return (
    <Modal
      opened={open}
      onClose={closeHelp}
      title={t('help.title')}
      size={720}
      closeButtonProps={{ 'aria-label': t('act.close') }}
      transitionProps={{ duration: 0 }}
      overlayProps={{ backgroundOpacity: 0.35 }}
      classNames={{ inner: classes.inner, overlay: classes.overlay, header: classes.header }}
    >
      <KeyCard here={here} />
      <div className={classes.acts}>
        <span className="quiet">{t('help.escCloses')}</span>
        <BeginPractice onBegin={closeHelp} />
        <Group gap="xs">
          <Button variant="subtle" onClick={takeTour}>
            {t('tour:again')}
          </Button>
          <Button variant="default" onClick={() => window.print()}>
            {t('help.print')}
          </Button>
        </Group>
      </div>
    </Modal>
  );
}

function takeTour(): void {
  closeHelp();
  beginTour();
}
