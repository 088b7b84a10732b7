import { IconCheck, IconX } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { KeyButton } from '../../../../ui/key-button';
import { type Choice, RIGHT, type Scene, scoreOf, TURNS } from '../../practice-cases';
import classes from './practice.module.css';

interface PracticeEndProps {
  readonly scene: Scene;
  readonly said: readonly Choice[];
  readonly onAgain: () => void;
  readonly onOther: () => void;
}

/** How it went, and the right way from the first word to the last. */
export function PracticeEnd({ scene, said, onAgain, onOther }: PracticeEndProps) {
  const { t } = useTranslation('complaints');
  const again = useRef<HTMLButtonElement>(null);
  useEffect(() => again.current?.focus(), []);
  const right = scoreOf(scene, said);
  return (
    <>
      <p role="status" className={`${classes.score} numbers`}>
        {t('practice.score', { of: TURNS.length, right })}
      </p>
      {right === TURNS.length ? <p>{t('practice.score_all')}</p> : null}
      <section aria-label={t('practice.right_way')}>
        <h3 className={classes.label}>{t('practice.right_way')}</h3>
        <ol className={classes.way}>
          {TURNS.map((turn, at) => {
            const wasRight = said[at] === RIGHT[scene][turn];
            const Mark = wasRight ? IconCheck : IconX;
            return (
              <li key={turn}>
                <span className={classes.phase} data-right={wasRight || undefined}>
                  <Mark
                    size={16}
                    stroke={2}
                    role="img"
                    aria-label={t(wasRight ? 'practice.right' : 'practice.wrong')}
                  />
                  {t(`practice.phase.${turn}`)}
                </span>
                <p>{t(`practice.${scene}.${turn}.${RIGHT[scene][turn]}`)}</p>
              </li>
            );
          })}
        </ol>
      </section>
      <div className={classes.acts}>
        <KeyButton ref={again} cap="Enter" variant="default" onClick={onAgain}>
          {t('practice.again')}
        </KeyButton>
        <KeyButton cap={scene === 'fish_oil' ? 'F3' : 'F2'} variant="default" onClick={onOther}>
          {t('practice.other')}
        </KeyButton>
      </div>
    </>
  );
}
