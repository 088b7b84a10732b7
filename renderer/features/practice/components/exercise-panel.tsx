import { useHotkeys, useMediaQuery } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { Awaited } from '../../../ui/awaited';
import { KeyButton } from '../../../ui/key-button';
import { type ExerciseView, useAgain, useHaveRead, useStanding, useTake } from '../api';
import { fold, openOverview, usePractice } from '../practice-state';
import { useTaskWords } from '../use-task-words';
import { Difference } from './difference';
import classes from './exercise-panel.module.css';
import { StepList } from './step-list';

interface Standing {
  readonly inHand: ExerciseView['exercise'];
  readonly exercises: readonly ExerciseView[];
}

/** Beside the screen what is practised now, its steps ticking as they are done; in the dock a line that unfolds. */
export function ExercisePanel() {
  const standing = useStanding();
  return <Awaited of={standing}>{(data) => (data === null ? null : <InHand standing={data} />)}</Awaited>;
}

function InHand({ standing: { inHand, exercises } }: { readonly standing: Standing }) {
  const { t } = useTranslation('practice');
  const isDock = useMediaQuery('(max-width: 720px)', false, { getInitialValueInEffect: false });
  const folded = usePractice((practice) => practice.folded) ?? isDock;
  const turn = () => fold(!folded);
  const take = useTake();
  const again = useAgain();
  const read = useHaveRead();
  const at = exercises.findIndex(({ exercise }) => exercise === inHand);
  const words = useTaskWords();
  const now = exercises[at];
  const to = (place: number) => {
    const next = exercises[place];
    if (next !== undefined) void take.run({ exercise: next.exercise });
  };
  useHotkeys(
    [
      ['alt+Period', () => to(at + 1), { usePhysicalKeys: true }],
      ['alt+Comma', () => to(at - 1), { usePhysicalKeys: true }],
      ['alt+W', () => void again.run({ exercise: inHand }), { usePhysicalKeys: true }],
      ['alt+U', openOverview, { usePhysicalKeys: true }],
      ['alt+F', turn, { usePhysicalKeys: true }],
      ['alt+Y', () => void (inHand === 'leaving' && read.run({})), { usePhysicalKeys: true }],
    ],
    [],
  );
  if (now === undefined) return null;
  const { title, task, how, took } = words(now);
  return (
    <aside
      className={classes.panel}
      data-open={!folded || undefined}
      aria-label={t('panelTitle', { at: at + 1, of: exercises.length })}
    >
      <header className={classes.head}>
        <span className={`${classes.place} numbers`}>
          {t('progress', { at: at + 1, of: exercises.length })}
        </span>
        <h2 className={classes.title}>{title}</h2>
        <KeyButton
          cap="Alt+F"
          size="compact-xs"
          variant="subtle"
          aria-expanded={!folded}
          aria-keyshortcuts="Alt+F"
          onClick={turn}
        >
          {t(folded ? 'unfold' : 'fold')}
        </KeyButton>
      </header>
      {folded ? null : (
        <div className={classes.body}>
          <p className={classes.task}>{task}</p>
          <StepList steps={now.steps} />
          <div role="status" className={classes.judged}>
            {now.done ? <p className={classes.good}>{t('doneWord', { took })}</p> : null}
            {now.difference === null ? null : <Difference of={now.difference} />}
          </div>
          <p className={classes.how}>
            <span className={classes.label}>{t('howLabel')}</span> {how}
          </p>
        </div>
      )}
      <footer className={classes.acts}>
        {now.exercise === 'leaving' && !now.done && !folded ? (
          <KeyButton
            cap="Alt+Y"
            size="compact-xs"
            aria-keyshortcuts="Alt+Y"
            onClick={() => void read.run({})}
          >
            {t('haveRead')}
          </KeyButton>
        ) : null}
        <KeyButton
          cap="Alt+."
          size="compact-xs"
          variant={now.done ? 'filled' : 'default'}
          aria-keyshortcuts="Alt+."
          disabled={at === exercises.length - 1}
          onClick={() => to(at + 1)}
        >
          {t('next')}
        </KeyButton>
        <KeyButton
          cap="Alt+,"
          size="compact-xs"
          variant="default"
          aria-keyshortcuts="Alt+,"
          disabled={at === 0}
          onClick={() => to(at - 1)}
        >
          {t('previous')}
        </KeyButton>
        <KeyButton
          cap="Alt+W"
          size="compact-xs"
          variant="default"
          aria-keyshortcuts="Alt+W"
          onClick={() => void again.run({ exercise: inHand })}
        >
          {t('againKey')}
        </KeyButton>
        <KeyButton
          cap="Alt+U"
          size="compact-xs"
          variant="default"
          aria-keyshortcuts="Alt+U"
          onClick={openOverview}
        >
          {t('overviewKey')}
        </KeyButton>
      </footer>
    </aside>
  );
}
