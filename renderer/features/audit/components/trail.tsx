import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { whole } from '../../../lib/format';
import { type FunctionKey, useFunctionKeys } from '../../../lib/function-keys';
import { Awaited } from '../../../ui/awaited';
import { Bones } from '../../../ui/bones';
import { KeyButton } from '../../../ui/key-button';
import { ListAndDetail, usePanes } from '../../../ui/list-and-detail';
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
  const page = useTrail(filters, pages.at(-1) ?? null);
  const tools = useRef<HTMLSelectElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const rows = page.data?.rows ?? [];
  const chosen = rows.find((row) => row.seq === seq)?.seq ?? rows[0]?.seq ?? null;
  const next = page.data?.next ?? null;

  const focusRows = () => list.current?.querySelector<HTMLElement>('tr[tabindex="0"]')?.focus();
  const panes = usePanes(page.data !== undefined, focusRows);
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
    <ListAndDetail
      panes={panes}
      label={t('view.trail')}
      className={classes.both}
      listRef={list}
      list={
        <>
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
                  onOpen={(to) => panes.open(() => pickEntry(to))}
                />
                <p className={`${classes.foot} quiet numbers`}>
                  {t('shown', { from: whole(data.rows.at(-1)?.seq ?? 0), to: whole(data.rows[0]?.seq ?? 0) })}
                </p>
              </div>
            )}
          </Awaited>
        </>
      }
    >
      {chosen === null ? null : <EntryDetail key={chosen} seq={chosen} onMember={onMember} />}
    </ListAndDetail>
  );
}
