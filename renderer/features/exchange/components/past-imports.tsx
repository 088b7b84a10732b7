import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { whole } from '../../../lib/format';
import { useFormat } from '../../../lib/store-context';
import { type PastImport, useImports } from '../api';
import { PastTable } from './past-table';
import classes from './past-table.module.css';
import { ShowFileButton } from './show-file-button';

interface PastImportsProps {
  readonly onUndo: (batch: PastImport) => void;
}

/** Imports of this store, newest first, each with its undo. */
export function PastImports({ onUndo }: PastImportsProps) {
  const { t } = useTranslation('exchange');
  const format = useFormat();
  return (
    <PastTable
      of={useImports()}
      label={t('import.past')}
      empty={t('import.empty')}
      columns={[
        {
          head: t('import.file'),
          title: ({ fileName }) => fileName,
          cell: ({ fileName, kind }) => (
            <>
              {fileName}
              <span className={classes.kind}>{t(`import.kind_${kind}`)}</span>
            </>
          ),
        },
        { head: t('import.when'), cell: ({ startedAt }) => format.dateTime(startedAt) },
        { head: t('import.new_members'), numeric: true, cell: ({ members }) => whole(members) },
        { head: t('import.new_purchases'), numeric: true, cell: ({ purchases }) => whole(purchases) },
        { head: t('import.refused'), numeric: true, cell: ({ refused }) => whole(refused) },
        { head: t('import.state'), cell: (batch) => <StateAndActs batch={batch} onUndo={onUndo} /> },
      ]}
    />
  );
}

function StateAndActs({ batch, onUndo }: PastImportsProps & { readonly batch: PastImport }) {
  const { t } = useTranslation('exchange');
  return (
    <span className={classes.acts}>
      {t(`import.state_${batch.state}`)}
      {batch.state === 'done' || batch.state === 'cancelled' ? (
        <Button
          variant="default"
          size="compact-sm"
          aria-label={t('import.undo_of', { file: batch.fileName })}
          onClick={() => onUndo(batch)}
        >
          {t('import.undo')}
        </Button>
      ) : null}
      {batch.refusedFile === null ? null : (
        <ShowFileButton path={batch.refusedFile}>{t('import.show_refused')}</ShowFileButton>
      )}
    </span>
  );
}
