import { Button, TextInput } from '@mantine/core';
import { useDebouncedValue, useHotkeys } from '@mantine/hooks';
import { IconFilter, IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { whole } from '../../../../lib/format';
import { useFunctionKeys } from '../../../../lib/function-keys';
import { Awaited } from '../../../../ui/awaited';
import { Bones } from '../../../../ui/bones';
import { useExportArchive } from '../../api';
import { clearFilters, countFilters, narrow, useArchiveView } from '../../archive-state';
import { useArchiveTop } from '../../use-archive-window';
import classes from './archive.module.css';
import { ArchiveFilters } from './archive-filters';
import { ExportNote } from './export-note';
import { ResultsTable } from './results-table';

interface ArchiveProps {
  readonly onOpen: (complaintId: string) => void;
}

/** Every complaint there ever was: searched by its words, narrowed, written to a file. */
export function Archive({ onOpen }: ArchiveProps) {
  const { t } = useTranslation('complaints');
  const { filters, active } = useArchiveView();
  const [text] = useDebouncedValue(filters.text, 120);
  const asked = { ...filters, text };
  const found = useArchiveTop(asked);
  const [unfolded, setUnfolded] = useState(false);
  const search = useRef<HTMLInputElement>(null);
  const grid = useRef<HTMLTableElement>(null);
  const exporting = useExportArchive();
  const exportAll = () => void exporting.run(asked);
  const narrowed = countFilters(filters);
  const isNarrowed = narrowed > 0 || filters.text !== '';

  // Whoever comes back from a complaint goes on in the rows, everybody else begins to type.
  useEffect(() => {
    if (useArchiveView.getState().inRows) grid.current?.focus({ preventScroll: true });
    else search.current?.focus();
  }, []);

  const clear = () => {
    clearFilters();
    search.current?.focus();
  };
  useFunctionKeys([
    { key: 'F2', word: t('archive.search_key'), run: () => search.current?.select() },
    { key: 'F4', word: t('archive.clear'), run: clear, disabled: !isNarrowed },
    {
      key: 'F10',
      word: t('archive.export'),
      run: exportAll,
      disabled: exporting.now.state === 'busy' || (found.data?.total ?? 0) === 0,
    },
  ]);
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !isNarrowed) return;
    clear();
    event.preventDefault();
    event.stopPropagation();
  };
  useHotkeys([['mod+F', () => search.current?.select()]], []);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Esc belongs to whatever within has the focus
    <div className={classes.archive} data-unfolded={unfolded || undefined} onKeyDown={press}>
      <div className={classes.tools}>
        <TextInput
          ref={search}
          className={classes.search}
          aria-label={t('archive.search')}
          placeholder={t('archive.search_hint')}
          leftSection={<IconSearch size={16} aria-hidden="true" />}
          maxLength={64}
          value={filters.text}
          onChange={({ currentTarget: { value } }) => narrow({ text: value })}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowDown') return;
            event.preventDefault();
            grid.current?.focus();
          }}
        />
        <Button
          className={classes.unfold}
          variant="default"
          leftSection={<IconFilter size={16} aria-hidden="true" />}
          aria-expanded={unfolded}
          onClick={() => setUnfolded(!unfolded)}
        >
          {narrowed === 0 ? t('archive.filters') : t('archive.filters_set', { count: narrowed })}
        </Button>
        <ArchiveFilters filters={filters} />
      </div>
      <ExportNote of={exporting.now} onRetry={exportAll} />
      <Awaited
        of={found}
        skeleton={<Bones rows={10} height={52} />}
        isEmpty={({ total }) => total === 0}
        empty={
          <div className={classes.empty}>
            <p>{t(isNarrowed ? 'archive.nothing_found' : 'archive.empty')}</p>
            {isNarrowed ? (
              <Button variant="default" onClick={clear}>
                {t('archive.clear')}
              </Button>
            ) : null}
          </div>
        }
      >
        {({ total }) => (
          <>
            <div className={classes.foot} role="status">
              {t('archive.total', { count: total, total: whole(total) })}
              {' · '}
              {t(filters.which === 'open' ? 'archive.order_due' : 'archive.order_newest')}
            </div>
            <ResultsTable filters={asked} total={total} active={active} onOpen={onOpen} gridRef={grid} />
          </>
        )}
      </Awaited>
    </div>
  );
}
