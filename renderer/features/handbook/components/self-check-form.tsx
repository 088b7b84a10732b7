import { isComplete, SERVICE_LEVELS, type ServiceLevel } from '@domain/handbook/service-level';
import { NativeSelect, Textarea } from '@mantine/core';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStaffHere } from '../../../lib/desk';
import { onConfirm } from '../../../lib/typing';
import { DigitChoice } from '../../../ui/digit-choice';
import { KeyButton } from '../../../ui/key-button';
import { NotDone } from '../../../ui/not-done';
import { Notice } from '../../../ui/notice';
import { type SelfChecked, useCheckSelf } from '../api';
import classes from './levels-page.module.css';

const STEPS = ['0', '1', '2', '3'] as const;

interface SelfCheckFormProps {
  readonly people: readonly SelfChecked[];
  /** Whose check it is; null = who stands at the counter. */
  readonly chosen: string | null;
  readonly onChoose: (staffId: string) => void;
}

/** Six answers and a word on what to improve; every check is kept. */
export function SelfCheckForm({ people, chosen, onChoose }: SelfCheckFormProps) {
  const { t } = useTranslation('handbook');
  const here = useStaffHere();
  const check = useCheckSelf();
  const title = useId();
  const [levels, setLevels] = useState<Readonly<Partial<Record<ServiceLevel, number>>>>({});
  const [note, setNote] = useState('');
  const [asked, setAsked] = useState(false);
  const whose = chosen ?? here.id;
  const missing = SERVICE_LEVELS.filter((level) => levels[level] === undefined).length;

  const put = (level: ServiceLevel, step: number) => {
    check.reset();
    setLevels({ ...levels, [level]: step });
  };
  const save = async () => {
    setAsked(true);
    const complete: Record<string, number> = { ...levels };
    if (!isComplete(complete)) return;
    const end = await check.run({ aboutStaffId: whose, levels: complete, note });
    if (end.state !== 'done') return;
    setLevels({});
    setNote('');
    setAsked(false);
  };
  const press = onConfirm(() => void save());

  return (
    <form
      className={classes.form}
      aria-labelledby={title}
      onKeyDown={press}
      onSubmit={(event) => event.preventDefault()}
    >
      <h3 id={title} className={classes.head}>
        {t('levels.check')}
      </h3>
      <NativeSelect
        label={t('levels.whose')}
        data={people.map(({ staffId, name }) => ({ value: staffId, label: name }))}
        value={whose}
        onChange={(event) => onChoose(event.currentTarget.value)}
      />
      {SERVICE_LEVELS.map((level) => (
        <DigitChoice
          key={level}
          label={t(`levels.name.${level}`)}
          options={STEPS.map((value) => ({ value, word: t(`levels.how.${value}`) }))}
          value={STEPS.find((step) => step === String(levels[level])) ?? null}
          onChange={(step) => put(level, Number(step))}
        />
      ))}
      <Textarea
        className={classes.note ?? ''}
        label={t('levels.note')}
        placeholder={t('levels.note_hint')}
        maxLength={500}
        autosize
        minRows={2}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      {asked && missing > 0 ? <Notice tone="danger">{t('levels.missing', { count: missing })}</Notice> : null}
      {check.now.state === 'done' ? <Notice tone="good">{t('levels.saved')}</Notice> : null}
      <NotDone
        of={check.now}
        words={(refusal) =>
          refusal.code === 'staff_gone' ? t('levels.gone') : t('levels.missing', { count: missing })
        }
        onRetry={() => void save()}
      />
      <KeyButton cap="Ctrl+Enter" onClick={() => void save()} loading={check.now.state === 'busy'}>
        {t('levels.save')}
      </KeyButton>
    </form>
  );
}
