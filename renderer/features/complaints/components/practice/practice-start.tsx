import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { KeyButton } from '../../../../ui/key-button';
import { SCENES, type Scene } from '../../practice-cases';
import classes from './practice.module.css';

interface PracticeStartProps {
  readonly keys: Readonly<Record<Scene, string>>;
  readonly onStart: (scene: Scene) => void;
}

/** Which scenes there are, and what happens in them. */
export function PracticeStart({ keys, onStart }: PracticeStartProps) {
  const { t } = useTranslation('complaints');
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), []);
  return (
    <div className={classes.page}>
      <h2 className={classes.title}>{t('practice.title')}</h2>
      <p className="quiet">{t('practice.intro')}</p>
      <div className={classes.scenes}>
        {SCENES.map((scene, index) => (
          <section key={scene} className={classes.scene} aria-label={t(`practice.${scene}.title`)}>
            <h3>{t(`practice.${scene}.title`)}</h3>
            <p>{t(`practice.${scene}.scene`)}</p>
            <KeyButton
              ref={index === 0 ? first : null}
              cap={keys[scene]}
              variant="default"
              onClick={() => onStart(scene)}
            >
              {t('practice.start')}
            </KeyButton>
          </section>
        ))}
      </div>
    </div>
  );
}
