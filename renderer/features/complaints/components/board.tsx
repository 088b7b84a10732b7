import { useHotkeys } from '@mantine/hooks';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { useFunctionKeys } from '../../../lib/function-keys';
import panes from '../../../ui/list-and-detail.module.css';
import { useBoard, useComplaint } from '../api';
import { leaveComplaint, pick, showTab, turned, useDesk } from '../desk-state';
import { isAllowed, STEP_KEYS, type Step, stepsOnKeys } from '../steps';
import { BoardList } from './board-list';
import { PHOTO_KEY } from './complaint-detail';
import { DetailPane } from './detail-pane';
import { LogComplaintPanel } from './log-panel';
import type { PhotosHandle } from './photos';

/** The work of the day: what is due first on the left, the course of one complaint on the right. */
export function Board({ onOpenMember }: { readonly onOpenMember: (memberId: string) => void }) {
  const { t } = useTranslation('complaints');
  const { picked, from, asked } = useDesk();
  const [step, setStep] = useState<Step | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const [logging, setLogging] = useState(false);
  /** Where only one column fits: the detail is in front of the list. */
  const [inFront, setInFront] = useState(false);
  /** How often a complaint was asked for from elsewhere. */
  const [calls, setCalls] = useState(0);
  const board = useBoard();
  const side = useRef<HTMLDivElement>(null);
  const rows = useRef<HTMLDivElement>(null);
  const photos = useRef<PhotosHandle>(null);

  const chosen = picked ?? board.data?.rows[0]?.id ?? null;
  const detail = useComplaint(chosen);
  // With nothing chosen the last answer is still remembered; no key may act on it.
  const standing = chosen === null ? null : (detail.data ?? null);

  // Without a row the detail takes the focus: the keys of this screen need it somewhere inside.
  const focusRows = () =>
    (rows.current?.querySelector<HTMLElement>('tbody tr[tabindex="0"]') ?? side.current)?.focus();
  /** To the rows, so that the arrows go on; to the detail where the rows are behind it. */
  const leaveForm = () => {
    if (!rows.current?.offsetParent) return side.current?.focus();
    // Where both are seen nothing is in front: a window made narrow then still shows the row with the focus.
    setInFront(false);
    focusRows();
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the first rows are there; never away from what is being typed
  useEffect(() => {
    if (!asked && !inFront) focusRows();
  }, [board.data !== undefined]);
  // One was asked for from elsewhere: it comes to the front, whatever was open here.
  useEffect(() => {
    if (!asked) return;
    turned();
    setStep(null);
    setSaid(null);
    setLogging(false);
    setInFront(true);
    setCalls((before) => before + 1);
  }, [asked]);
  // Once it is drawn: what is behind the list takes no focus.
  useEffect(() => {
    if (calls > 0) side.current?.focus();
  }, [calls]);

  const choose = (id: string) => {
    if (id !== chosen) {
      setStep(null);
      setSaid(null);
    }
    pick(id);
    setLogging(false);
  };
  const take = (next: Step) => {
    setLogging(false);
    setSaid(null);
    setStep(next);
    setInFront(true);
  };
  const back = () => {
    setStep(null);
    setLogging(false);
    setInFront(false);
    if (from !== 'board' && !logging) leaveComplaint();
    // The list is drawn again first where it was behind the detail.
    else requestAnimationFrame(focusRows);
  };
  const log = () => {
    setStep(null);
    setLogging(true);
    setInFront(true);
  };

  useFunctionKeys(
    [
      ...stepsOnKeys(standing).map((each) => ({
        key: STEP_KEYS[each],
        word: t(`step.${each}`),
        run: () => take(each),
        disabled: logging || standing === null || !isAllowed(each, standing),
        active: step === each && !logging,
      })),
      { key: 'F5', word: t('step.log'), run: log, active: logging },
    ].toSorted((a, b) => Number(a.key.slice(1)) - Number(b.key.slice(1))),
  );

  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape') back();
  };
  // Wherever the focus is: before the first rows are there it is nowhere.
  useHotkeys(
    [
      ['mod+F', () => showTab('archive')],
      [PHOTO_KEY, () => photos.current?.choose(), { usePhysicalKeys: true }],
    ],
    [],
  );

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Esc belongs to whatever within has the focus
    <div className={panes.both} data-in-front={inFront || undefined} onKeyDown={press}>
      <div className={panes.list} ref={rows}>
        <BoardList
          of={board}
          chosen={logging ? null : chosen}
          onChoose={choose}
          onOpen={() => {
            // What is not drawn takes no focus.
            flushSync(() => setInFront(true));
            side.current?.focus();
          }}
        />
      </div>
      <div className={panes.detail} ref={side} tabIndex={-1}>
        {logging ? (
          <LogComplaintPanel member={null} mayPick onDone={back} onCancel={back} />
        ) : chosen === null ? null : (
          <DetailPane
            ref={photos}
            of={detail}
            step={step}
            said={said}
            onStep={take}
            onDone={(words) => {
              if (picked === null) pick(chosen);
              setStep(null);
              setSaid(words);
              leaveForm();
            }}
            onCancel={() => {
              setStep(null);
              leaveForm();
            }}
            onBack={back}
            onOpenMember={onOpenMember}
          />
        )}
      </div>
    </div>
  );
}
