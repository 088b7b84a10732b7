import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DigitChoice } from '../../../../ui/digit-choice';
import { KeyButton } from '../../../../ui/key-button';
import { Notice } from '../../../../ui/notice';
import { CHOICES, type Choice, RIGHT, type Scene, TURNS, type Turn } from '../../practice-cases';
import classes from './practice.module.css';

interface PracticeTurnProps {
  readonly scene: Scene;
  readonly turn: Turn;
  readonly onSaid: (choice: Choice) => void;
}

/** One turn: what the customer says, three answers, and why the one that was given helps or does not. */
export function PracticeTurn({ scene, turn, onSaid }: PracticeTurnProps) {
  const { t } = useTranslation('complaints');
  const [choice, setChoice] = useState<Choice | null>(null);
  const [said, setSaid] = useState<Choice | null>(null);
  /** A digit chooses and says in the same breath, before the choice is drawn. */
  const latest = useRef<Choice | null>(null);
  const answers = useRef<HTMLInputElement>(null);
  const next = useRef<HTMLButtonElement>(null);
  useEffect(() => answers.current?.focus(), []);
  useEffect(() => {
    if (said !== null) next.current?.focus();
  }, [said]);
  const at = TURNS.indexOf(turn) + 1;
  const last = at === TURNS.length;
  return (
    <>
      <p className="quiet numbers">
        {t('practice.progress', { at, of: TURNS.length })} · {t(`practice.phase.${turn}`)}
      </p>
      {at === 1 ? <p className={classes.situation}>{t(`practice.${scene}.scene`)}</p> : null}
      <blockquote className={classes.says}>{t(`practice.${scene}.${turn}.says`)}</blockquote>
      {said === null ? (
        <>
          <DigitChoice
            label={t(last ? 'practice.you_write' : 'practice.you_say')}
            stacked
            options={CHOICES.map((value) => ({ value, word: t(`practice.${scene}.${turn}.${value}`) }))}
            value={choice}
            onChange={(next) => {
              setChoice(next);
              latest.current = next;
            }}
            // A digit and Enter both say it; the arrows only look.
            onSettled={() => setSaid(latest.current)}
            focusRef={answers}
          />
          <div>
            <KeyButton cap="Enter" disabled={choice === null} onClick={() => setSaid(choice)}>
              {t('practice.answer')}
            </KeyButton>
          </div>
        </>
      ) : (
        <>
          <p className={classes.mine}>
            {t('practice.you_said', { said: t(`practice.${scene}.${turn}.${said}`) })}
          </p>
          <Notice tone={said === RIGHT[scene][turn] ? 'good' : 'quiet'}>
            <strong>{t(said === RIGHT[scene][turn] ? 'practice.right' : 'practice.wrong')}</strong>{' '}
            {t(`practice.${scene}.${turn}.why_${said}`)}
          </Notice>
          <div>
            <KeyButton ref={next} cap="Enter" onClick={() => onSaid(said)}>
              {t(last ? 'practice.to_end' : 'practice.next')}
            </KeyButton>
          </div>
        </>
      )}
    </>
  );
}
