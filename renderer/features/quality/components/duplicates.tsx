import type { QualityRecord } from '@contract/quality';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { whole } from '../../../lib/format';
import { useFunctionKeys } from '../../../lib/function-keys';
import type { Table } from '../../../lib/table';
import { Awaited } from '../../../ui/awaited';
import { Bones } from '../../../ui/bones';
import { FaultLine } from '../../../ui/fault-line';
import { KeyButton } from '../../../ui/key-button';
import { Notice } from '../../../ui/notice';
import { useTableExport } from '../../../ui/table-export';
import { useRowKeys } from '../../../ui/use-row-keys';
import { allDuplicates, type Pair, useDuplicates, useTellApart, useUntellApart } from '../api';
import { birthdayWords } from '../birthday-words';
import { useRowsFocus } from '../use-rows-focus';
import classes from './quality.module.css';

interface DuplicatesProps {
  readonly onMember: (memberId: string) => void;
  readonly onMerge: (oneId: string, otherId: string) => void;
}

const idOf = ({ one, other }: Pair): string => `${one.memberId} ${other.memberId}`;

/** Two records side by side: one person or two? What is said to be two is not asked again, and can be taken back. */
export function Duplicates({ onMember, onMerge }: DuplicatesProps) {
  const { t } = useTranslation('quality');
  const duplicates = useDuplicates();
  const pairs = duplicates.data?.rows ?? [];
  const [at, setAt] = useState(0);
  const chosen = Math.min(at, pairs.length - 1);
  const pair = pairs[chosen];
  const [apart, setApart] = useState<Pair | null>(null);
  const tell = useTellApart();
  const untell = useUntellApart();
  const keys = useRowKeys({ count: pairs.length, at: chosen, onMove: setAt });
  const pane = useRef<HTMLDivElement>(null);
  const exporting = useTableExport({ table: async () => tableOf(await allDuplicates()) });
  const takeBack = async () => {
    if (apart === null) return;
    const end = await untell.run(between(apart));
    if (end.state === 'done') setApart(null);
  };
  useFunctionKeys([
    { ...exporting.key, disabled: pairs.length === 0 },
    { key: 'F9', word: t('key.takeBack'), run: () => void takeBack(), disabled: apart === null },
  ]);
  const twoPeople = async () => {
    if (pair === undefined) return;
    const end = await tell.run(between(pair));
    if (end.state !== 'done') return;
    setApart(pair);
    // The pair goes with its row: the focus to the next one, or to the pane where it was the last.
    pane.current?.closest<HTMLElement>('[data-pane]')?.focus();
    requestAnimationFrame(() => keys.focus());
  };
  const acts = [
    { cap: '1', word: t('act.left'), run: () => pair !== undefined && onMember(pair.one.memberId) },
    { cap: '2', word: t('act.right'), run: () => pair !== undefined && onMember(pair.other.memberId) },
    { cap: '3', word: t('act.two'), run: () => void twoPeople() },
    {
      cap: '4',
      word: t('act.one'),
      run: () => pair !== undefined && onMerge(pair.one.memberId, pair.other.memberId),
    },
  ];
  const press = (event: KeyboardEvent) => {
    const act =
      event.ctrlKey || event.altKey || event.metaKey ? undefined : acts.find(({ cap }) => cap === event.key);
    if (act === undefined) return keys.onKeyDown(event);
    event.preventDefault();
    act.run();
  };
  return (
    <div className={classes.pane} ref={pane}>
      <header className={classes.head}>
        <h2 className={classes.title}>{t('list.duplicates')}</h2>
        <p className={classes.about}>{t('about.duplicates')}</p>
      </header>
      {exporting.note}
      {apart === null ? null : (
        <Notice tone="good">{t('apart', { one: apart.one.name, other: apart.other.name })}</Notice>
      )}
      {tell.now.state === 'refused' ? (
        <Notice tone="danger">{t(`refusal.${tell.now.refusal.code}`)}</Notice>
      ) : null}
      {untell.now.state === 'refused' ? (
        <Notice tone="danger">{t(`refusal.${untell.now.refusal.code}`)}</Notice>
      ) : null}
      {tell.now.state === 'fault' ? (
        <FaultLine mishap={tell.now.mishap} onRetry={() => void twoPeople()} />
      ) : null}
      {untell.now.state === 'fault' ? (
        <FaultLine mishap={untell.now.mishap} onRetry={() => void takeBack()} />
      ) : null}
      <Awaited
        of={duplicates}
        skeleton={<Bones rows={4} height={88} />}
        isEmpty={({ rows }) => rows.length === 0}
        empty={
          <p
            className="quiet"
            ref={(element) => {
              // The last pair took the focus with it: Esc must have somewhere to be pressed.
              if (document.activeElement === document.body)
                element?.closest<HTMLElement>('[data-pane]')?.focus();
            }}
          >
            {t('noDuplicates')}
          </p>
        }
      >
        {({ total, rows, more }) => (
          <>
            <div className={classes.acts} role="toolbar" aria-label={t('acts')}>
              {acts.map(({ cap, word, run }) => (
                <KeyButton
                  key={cap}
                  cap={cap}
                  size="compact-sm"
                  variant="default"
                  tabIndex={-1}
                  onClick={run}
                >
                  {word}
                </KeyButton>
              ))}
              <span className="quiet numbers" role="status">
                {t(more ? 'pairsMore' : 'pairs', { count: total, pairs: whole(total) })}
              </span>
            </div>
            <Pairs pairs={rows} at={chosen} keys={keys} onPress={press} onAt={setAt} />
          </>
        )}
      </Awaited>
    </div>
  );

  function tableOf(rows: readonly Pair[]): Table {
    const side = (which: string) => [
      { name: `${which} · ${t('column.name')}`, kind: 'text' as const },
      { name: `${which} · ${t('column.memberNo')}`, kind: 'text' as const },
      { name: `${which} · ${t('column.phone')}`, kind: 'text' as const },
      { name: `${which} · ${t('column.birthday')}`, kind: 'text' as const },
      { name: `${which} · ${t('column.visits')}`, kind: 'whole' as const },
    ];
    const cells = ({ name, memberNo, phoneMasked, birthday, visits }: QualityRecord) => [
      name,
      memberNo,
      phoneMasked,
      birthdayWords(birthday),
      visits,
    ];
    return {
      title: t('list.duplicates'),
      columns: [{ name: t('column.why'), kind: 'text' }, ...side(t('side.left')), ...side(t('side.right'))],
      rows: rows.map((each) => ({
        id: idOf(each),
        cells: [t(`likeness.${each.why}`), ...cells(each.one), ...cells(each.other)],
      })),
    };
  }
}

interface PairsProps {
  readonly pairs: readonly Pair[];
  readonly at: number;
  readonly keys: ReturnType<typeof useRowKeys>;
  readonly onPress: (event: KeyboardEvent) => void;
  readonly onAt: (row: number) => void;
}

function Pairs({ pairs, at, keys, onPress, onAt }: PairsProps) {
  const { t } = useTranslation('quality');
  useRowsFocus(keys, pairs);
  return (
    // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose rows are chosen by keyboard is a grid
    <table className={`${classes.pairs} numbers`} role="grid" aria-label={t('list.duplicates')}>
      <tbody ref={keys.list} onKeyDown={onPress}>
        {pairs.map((pair, index) => (
          <tr
            key={idOf(pair)}
            tabIndex={keys.tabIndexOf(index)}
            aria-selected={index === at}
            onFocus={() => onAt(index)}
            onClick={() => onAt(index)}
          >
            <th scope="row">{t(`likeness.${pair.why}`)}</th>
            <td>
              <Side record={pair.one} beside={pair.other} />
            </td>
            <td>
              <Side record={pair.other} beside={pair.one} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const between = ({ one, other }: Pair) => ({ oneId: one.memberId, otherId: other.memberId });

/** One of the two; what the other says as well stands in bold. */
function Side({ record, beside }: { readonly record: QualityRecord; readonly beside: QualityRecord }) {
  const { t } = useTranslation('quality');
  const same = (one: string | null, other: string | null) => (one !== null && one === other) || undefined;
  const [born, alsoBorn] = [birthdayWords(record.birthday), birthdayWords(beside.birthday)];
  return (
    <dl className={classes.side}>
      <div data-same={same(record.name, beside.name)}>
        <dt>{t('column.name')}</dt>
        <dd>{record.name || '—'}</dd>
      </div>
      <div>
        <dt>{t('column.memberNo')}</dt>
        <dd>{record.memberNo}</dd>
      </div>
      <div data-same={same(record.phoneMasked, beside.phoneMasked)}>
        <dt>{t('column.phone')}</dt>
        <dd>{record.phoneMasked || '—'}</dd>
      </div>
      <div data-same={same(born, alsoBorn)}>
        <dt>{t('column.birthday')}</dt>
        <dd>{born ?? '—'}</dd>
      </div>
      <div>
        <dt>{t('column.visits')}</dt>
        <dd>{whole(record.visits)}</dd>
      </div>
    </dl>
  );
}
