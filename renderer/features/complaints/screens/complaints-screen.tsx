import { VisuallyHidden } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFunctionKeys } from '../../../lib/function-keys';
import { useComplaint, useComplaints, type Which } from '../api';
import { ComplaintList } from '../components/complaint-list';
import { DetailPane } from '../components/detail-pane';
import { ListTools } from '../components/list-tools';
import { LogComplaintPanel } from '../components/log-panel';
import { isAllowed, STEP_KEYS, STEPS, type Step } from '../steps';
import classes from './complaints-screen.module.css';

/** The archive and the work: what is due first on the left, the course of one complaint on the right. */
export function ComplaintsScreen() {
  const { t } = useTranslation('complaints');
  const [which, setWhich] = useState<Which>('open');
  const [text, setText] = useState('');
  const [offset, setOffset] = useState(0);
  const [picked, setPicked] = useState<string | null>(null);
  const [step, setStep] = useState<Step | null>(null);
  const [done, setDone] = useState<Step | null>(null);
  const [logging, setLogging] = useState(false);
  /** Where only one column fits: the detail is in front of the list. */
  const [inFront, setInFront] = useState(false);
  const [searched] = useDebouncedValue(text.trim(), 120);
  const list = useComplaints(which, searched, offset);
  const search = useRef<HTMLInputElement>(null);
  const side = useRef<HTMLDivElement>(null);
  const rows = useRef<HTMLDivElement>(null);

  const chosen = picked ?? list.data?.rows[0]?.id ?? null;
  const detail = useComplaint(chosen);
  // With nothing chosen the last answer is still remembered; no key may act on it.
  const state = chosen === null ? null : (detail.data?.state ?? null);

  // Without a row the search takes the focus: the keys of this screen need it somewhere inside.
  const focusRows = () =>
    (rows.current?.querySelector<HTMLElement>('tbody tr[tabindex="0"]') ?? search.current)?.focus();
  /** To the rows, so that the arrows go on; to the detail where the rows are behind it. */
  const leaveForm = () => (rows.current?.offsetParent ? focusRows() : side.current?.focus());
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the first rows are there; never away from what is being typed
  useEffect(() => {
    if (text === '') focusRows();
  }, [list.data !== undefined]);

  const choose = (id: string) => {
    if (id !== chosen) {
      setStep(null);
      setDone(null);
    }
    setPicked(id);
    setLogging(false);
  };
  const show = (next: { which?: Which; text?: string; offset?: number }) => {
    if (next.which !== undefined) setWhich(next.which);
    if (next.text !== undefined) setText(next.text);
    setOffset(next.offset ?? 0);
    setPicked(null);
    setStep(null);
    setDone(null);
  };
  const take = (next: Step) => {
    setLogging(false);
    setDone(null);
    setStep(next);
    setInFront(true);
  };
  const back = () => {
    setStep(null);
    setLogging(false);
    setInFront(false);
    // The list is drawn again first where it was behind the detail.
    requestAnimationFrame(focusRows);
  };
  const log = () => {
    setStep(null);
    setLogging(true);
    setInFront(true);
  };

  useFunctionKeys(
    [
      ...STEPS.map((each) => ({
        key: STEP_KEYS[each],
        word: t(`step.${each}`),
        run: () => take(each),
        disabled: logging || state === null || !isAllowed(each, state),
        active: step === each,
      })),
      { key: 'F5', word: t('step.log'), run: log, active: logging },
    ].toSorted((a, b) => a.key.localeCompare(b.key)),
  );

  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape') back();
    if (event.key === 'f' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      search.current?.select();
    }
  };

  return (
    <section
      aria-label={t('title')}
      className={classes.screen}
      data-in-front={inFront || undefined}
      onKeyDown={press}
    >
      <VisuallyHidden component="h1">{t('title')}</VisuallyHidden>
      <div className={classes.list} ref={rows}>
        <ListTools
          which={which}
          onWhich={(next) => show({ which: next })}
          text={text}
          onText={(next) => show({ text: next })}
          onDown={focusRows}
          searchRef={search}
        />
        <ComplaintList
          of={list}
          which={which}
          text={searched}
          offset={offset}
          chosen={logging ? null : chosen}
          onChoose={choose}
          onOpen={() => {
            setInFront(true);
            side.current?.focus();
          }}
          onOffset={(next) => show({ offset: next })}
          onShowAll={() => show({ which: 'all' })}
          onClearSearch={() => show({ text: '' })}
        />
      </div>
      <div className={classes.side} ref={side} tabIndex={-1}>
        {logging ? (
          <LogComplaintPanel memberId={null} memberName={null} onDone={back} onCancel={back} />
        ) : chosen === null ? null : (
          <DetailPane
            of={detail}
            step={step}
            done={done}
            onStep={take}
            onDone={(made) => {
              setPicked(chosen);
              setStep(null);
              setDone(made);
              leaveForm();
            }}
            onCancel={() => {
              setStep(null);
              leaveForm();
            }}
            onBack={back}
          />
        )}
      </div>
    </section>
  );
}
