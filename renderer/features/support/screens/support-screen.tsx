import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFunctionKeys } from '../../../lib/function-keys';
import { AfterAMoment } from '../../../ui/awaited';
import { Bones } from '../../../ui/bones';
import { FaultLine } from '../../../ui/fault-line';
import { KeyButton } from '../../../ui/key-button';
import { Notice } from '../../../ui/notice';
import { useGather } from '../api';
import { SaveBundle } from '../components/save-bundle';
import classes from './support-screen.module.css';

/** What whoever helps needs to see: gathered at one key, shown in full, saved as one file, sent to nobody. */
export function SupportScreen() {
  const { t } = useTranslation('support');
  const gathering = useGather();
  const { now } = gathering;
  const text = useRef<HTMLElement>(null);
  const first = useRef<HTMLButtonElement>(null);
  const run = () => void gathering.run({});
  useFunctionKeys([{ key: 'F2', word: t('gather'), run, disabled: now.state === 'busy' }]);
  useEffect(() => first.current?.focus(), []);
  useEffect(() => {
    if (now.state === 'done') text.current?.focus();
  }, [now.state]);
  return (
    <section className={classes.screen} aria-label={t('title')}>
      <header className={classes.head}>
        <h2 className={classes.title}>{t('title')}</h2>
        <p>{t('about')}</p>
        <ul className={classes.points}>
          <li>{t('inIt')}</li>
          <li>{t('notInIt')}</li>
          <li>{t('nowhere')}</li>
        </ul>
      </header>
      <div className={classes.acts}>
        <KeyButton
          ref={first}
          cap="F2"
          variant={now.state === 'done' ? 'default' : 'filled'}
          onClick={run}
          loading={now.state === 'busy'}
        >
          {t(now.state === 'done' ? 'again' : 'gather')}
        </KeyButton>
        {now.state === 'done' ? <SaveBundle key={now.value.id} id={now.value.id} /> : null}
      </div>
      {now.state === 'busy' ? (
        <AfterAMoment>
          <Notice tone="quiet">{t('gathering')}</Notice>
          <Bones rows={12} height={24} />
        </AfterAMoment>
      ) : null}
      {now.state === 'fault' ? <FaultLine mishap={now.mishap} onRetry={run} /> : null}
      {now.state === 'done' ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a text longer than the window is scrolled by the arrows
        <section ref={text} className={classes.text} tabIndex={0} aria-label={t('text')}>
          <pre data-selectable="">{now.value.text}</pre>
        </section>
      ) : null}
    </section>
  );
}
