import { TextInput, UnstyledButton } from '@mantine/core';
import { IconCircle, IconCircleCheckFilled, IconCircleHalf2 } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCoverKeys } from '../../../lib/cover';
import { Awaited } from '../../../ui/awaited';
import { Cover } from '../../../ui/cover';
import frame from '../../../ui/cover-step.module.css';
import { FaultLine } from '../../../ui/fault-line';
import { KeyButton } from '../../../ui/key-button';
import { KeyCap } from '../../../ui/key-cap';
import { PrintCopy } from '../../../ui/print-copy';
import { type ExerciseView, useStanding, useTake } from '../api';
import { closeOverview } from '../practice-state';
import { useEnterPractice } from '../use-enter-practice';
import { useTaskWords } from '../use-task-words';
import classes from './overview.module.css';
import { PracticeSheet } from './practice-sheet';

/** All exercises with what is done of them: one is chosen, all are started over, or the sheet for the staff file is printed. */
export function Overview() {
  const { t } = useTranslation('practice');
  const standing = useStanding();
  return (
    <Cover label={t('overview.title')} hides="dimmed">
      <Awaited of={standing}>
        {(data) => (data === null ? null : <Exercises rows={data.exercises} inHand={data.inHand} />)}
      </Awaited>
    </Cover>
  );
}

interface ExercisesProps {
  readonly rows: readonly ExerciseView[];
  readonly inHand: ExerciseView['exercise'];
}

function Exercises({ rows, inHand }: ExercisesProps) {
  const { t } = useTranslation('practice');
  const [at, setAt] = useState(() => rows.findIndex(({ exercise }) => exercise === inHand));
  const [name, setName] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const take = useTake();
  const over = useEnterPractice();
  const done = rows.filter((row) => row.done);
  const choose = async (row: ExerciseView | undefined) => {
    if (row === undefined) return;
    const end = await take.run({ exercise: row.exercise });
    if (end.state === 'done') closeOverview();
  };
  const print = () => {
    if (name.trim() === '') field.current?.focus();
    else window.print();
  };
  const list = useRef<HTMLOListElement>(null);
  const move = (to: number) => {
    if (rows[to] === undefined) return;
    setAt(to);
    list.current?.querySelectorAll('button')[to]?.focus();
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape') closeOverview();
    else if (event.key === 'ArrowDown') move(at + 1);
    else if (event.key === 'ArrowUp') move(at - 1);
    else if (event.key === 'F9') print();
    else if (event.key === 'F12') void over.run();
    else if (event.key === 'Enter' && event.target instanceof HTMLInputElement) print();
    else return;
    event.preventDefault();
  };
  useCoverKeys({ press, scanned: () => undefined });
  return (
    <div className={frame.step}>
      <header className={frame.head}>
        <h1>{t('overview.title')}</h1>
        <button type="button" className={frame.leave} onClick={closeOverview}>
          <KeyCap>Esc</KeyCap> {t('overview.close')}
        </button>
      </header>
      <p className="quiet numbers">{t('overview.about', { done: done.length, of: rows.length })}</p>
      {done.length === rows.length ? <p>{t('allDone')}</p> : null}
      <ol ref={list} className={classes.rows} aria-label={t('overview.title')}>
        {rows.map((row, place) => (
          <Row
            key={row.exercise}
            row={row}
            place={place}
            chosen={place === at}
            onChoose={() => void choose(row)}
          />
        ))}
      </ol>
      <div className={frame.acts}>
        <KeyButton cap="Enter" onClick={() => void choose(rows[at])}>
          {t('overview.enter')}
        </KeyButton>
        <KeyButton
          cap="F12"
          variant="default"
          loading={over.now.state === 'busy'}
          onClick={() => void over.run()}
        >
          {t('startOver')}
        </KeyButton>
        <span className="quiet">{t('overview.overKey')}</span>
      </div>
      {over.now.state === 'fault' ? <FaultLine mishap={over.now.mishap} /> : null}
      <div className={classes.print}>
        <TextInput
          ref={field}
          className={classes.name}
          label={t('overview.name')}
          value={name}
          maxLength={40}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <KeyButton cap="F9" variant="default" onClick={print}>
          {t('overview.print')}
        </KeyButton>
      </div>
      <PrintCopy>
        <PracticeSheet name={name.trim()} done={done} />
      </PrintCopy>
    </div>
  );
}

interface RowProps {
  readonly row: ExerciseView;
  readonly place: number;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

function Row({ row, place, chosen, onChoose }: RowProps) {
  const { t } = useTranslation('practice');
  const { title, took } = useTaskWords()(row);
  const begun = row.steps.some(({ done }) => done);
  const Mark = row.done ? IconCircleCheckFilled : begun ? IconCircleHalf2 : IconCircle;
  return (
    <li>
      <UnstyledButton
        className={classes.row}
        data-chosen={chosen || undefined}
        data-cover-focus={chosen ? '' : undefined}
        aria-current={chosen || undefined}
        onClick={onChoose}
      >
        <span className={`${classes.place} numbers`}>{place + 1}</span>
        <span className={classes.title}>{title}</span>
        <span className={`${classes.took} numbers`}>{row.done ? took : ''}</span>
        <Mark
          className={classes.mark}
          size={16}
          stroke={1.6}
          role="img"
          aria-label={t(row.done ? 'doneMark' : begun ? 'begunMark' : 'openMark')}
        />
      </UnstyledButton>
    </li>
  );
}
