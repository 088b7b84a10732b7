import { useHotkeys } from '@mantine/hooks';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useOpenStore } from '../../../lib/store-context';
import { FaultLine } from '../../../ui/fault-line';
import { KeyButton } from '../../../ui/key-button';
import { usePractice } from '../practice-state';
import { useLeavePractice } from '../use-leave-practice';
import { ExercisePanel } from './exercise-panel';
import { Overview } from './overview';
import classes from './practice-frame.module.css';

/**
 * What makes practice unmistakable: words over every screen, a striped frame around the window, its title,
 * and words on everything that is printed from it. Nothing of it is there in any other store.
 */
export function PracticeFrame() {
  return useOpenStore().practice ? <Marked /> : null;
}

function Marked() {
  const { t } = useTranslation(['practice', 'common']);
  const leave = useLeavePractice();
  const overview = usePractice((practice) => practice.overview);
  useMark(t('titleMark', { app: t('common:app') }), t('paperMark'), t('common:app'));
  useHotkeys([['alt+Q', () => void leave.run(), { usePhysicalKeys: true }]], []);
  return (
    <>
      <aside className={classes.banner} aria-label={t('mark')}>
        <strong className={classes.mark}>{t('mark')}</strong>
        <span className={classes.words}>{t('bannerWords')}</span>
        {leave.now.state === 'fault' ? <FaultLine mishap={leave.now.mishap} /> : null}
        <KeyButton
          cap="Alt+Q"
          size="compact-xs"
          variant="default"
          aria-keyshortcuts="Alt+Q"
          loading={leave.now.state === 'busy'}
          onClick={() => void leave.run()}
        >
          {t('leaveIt')}
        </KeyButton>
      </aside>
      <ExercisePanel />
      {overview ? <Overview /> : null}
    </>
  );
}

/** The title of the window, and the words that the page and its paper bear while this is on screen. */
function useMark(title: string, paper: string, before: string): void {
  useEffect(() => {
    document.title = title;
    document.body.dataset.practice = paper;
    return () => {
      document.title = before;
      delete document.body.dataset.practice;
    };
  }, [title, paper, before]);
}
