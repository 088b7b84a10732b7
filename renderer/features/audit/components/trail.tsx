import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { whole } from '../../../lib/format';
import { type FunctionKey, useFunctionKeys } from '../../../lib/function-keys';
import { Awaited } from '../../../ui/awaited';
import { Bones } from '../../../ui/bones';
import { KeyButton } from '../../../ui/key-button';
import { KeyCap } from '../../../ui/key-cap';
import panes from '../../../ui/list-and-detail.module.css';
import { useTrail } from '../api';
import { clearFilters, isNarrowed, newer, older, pickEntry, useAudit } from '../audit-state';
import classes from './audit.module.css';
import { EntryDetail } from './entry-detail';
import { TrailTable } from './trail-table';
import { TrailTools } from './trail-tools';

interface TrailProps {
  readonly keys: readonly FunctionKey[];
  readonly onMember: (memberId: string) => void;
}

/** The audit trail: narrowed on the left, one entry on the right. */
export function Trail({ keys, onMember }: TrailProps) {
  const { t } = useTranslation('audit');
  const { filters, pages, seq } = useAudit();
  const [inFront, setInFront] = useState(false);
  const page = useTrail(filters, pages.at(-1) ?? null);
  const tools = useRef<HTMLSelectElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const side = useRef<HTMLDivElement>(null);
  const rows = page.data?.rows ?? [];
  const chosen = rows.find((row) => row.seq === seq)?.seq ?? rows[0]?.seq ?? null;
  const next = page.data?.next ?? null;

  const focusRows = () => list.current?.querySelector<HTMLElement>('tr[tabindex="0"]')?.focus();
  const isThere = page.data !== undefined;
  useEffect(() => {
    if (isThere) list.current?.querySelector<HTMLElement>('tr[tabindex="0"]')?.focus();
  }, [isThere]);

  const back = () => {
    // In the narrow window what is not drawn takes no focus.
    flushSync(() => setInFront(false));
    focusRows();
  };
  const open = (to: number) => {
    flushSync(() => {
      pickEntry(to);
      setInFront(true);
    });
    side.current?.focus();
  };
  const clear = () => {
    clearFilters();
    tools.current?.focus();
  };
  const turn = (to: () => void) => {
    to();
    requestAnimationFrame(focusRows);
  };
  const ownKeys: FunctionKey[] = [
    { key: 'F2', word: t('key.filter'), run: () => tools.current?.focus() },
    { key: 'F4', word: t('key.clear'), run: clear, disabled: !isNarrowed(filters) },
    { key: 'F6', word: t('key.newer'), run: () => turn(newer), disabled: pages.length === 0 },
    {
      key: 'F7',
      word: t('key.older'),
      run: () => {
        if (next !== null) turn(() => older(next));
      },
      disabled: next === null,
    },
  ];
  useFunctionKeys([...ownKeys, ...keys].toSorted((a, b) => Number(a.key.slice(1)) - Number(b.key.slice(1))));
  return (
    <section
      className={`${panes.both} ${classes.both}`}
      aria-label={t('view.trail')}
      data-in-front={inFront || undefined}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key === 'Escape' && !event.defaultPrevented) back();
      }}
    >
      <div className={panes.list} ref={list}>
        <TrailTools filters={filters} first={tools} />
        <Awaited
          of={page}
          skeleton={<Bones rows={10} height={48} />}
          isEmpty={(data) => data.rows.length === 0}
          empty={
            <div className={classes.empty}>
              <p>{t(isNarrowed(filters) ? 'nothingFound' : 'empty')}</p>
              {isNarrowed(filters) ? (
                <KeyButton cap="F4" variant="default" onClick={clear}>
                  {t('key.clear')}
                </KeyButton>
              ) : null}
            </div>
          }
        >
          {(data) => (
            <div className={classes.rows}>
              <TrailTable
                label={t('view.trail')}
                rows={data.rows}
                chosen={chosen}
                onChoose={pickEntry}
                onOpen={open}
              />
              <p className={`${classes.foot} quiet numbers`}>
                {t('shown', { from: whole(data.rows.at(-1)?.seq ?? 0), to: whole(data.rows[0]?.seq ?? 0) })}
              </p>
            </div>
          )}
        </Awaited>
      </div>
      <div className={panes.detail} ref={side} tabIndex={-1}>
        <button type="button" className={panes.back} onClick={back}>
          <KeyCap>Esc</KeyCap> {t('back')}
        </button>
        {chosen === null ? null : <EntryDetail key={chosen} seq={chosen} onMember={onMember} />}
      </div>
    </section>
  );
}
