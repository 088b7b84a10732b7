import { ENCODINGS, SEPARATORS } from '@domain/exchange/fields';
import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DigitChoice } from '../../../ui/digit-choice';
import { FileReading } from '../../../ui/file-reading';
import type { ImportKind, Reading } from '../api';
import classes from './reading-controls.module.css';

interface ReadingControlsProps {
  readonly kind: ImportKind;
  readonly reading: Reading;
  readonly onChange: (part: Partial<Reading>) => void;
}

const EARNINGS = ['none', 'from_purchase_day', 'from_today'] as const;

/** How the file is read: guessed, shown, correctable. */
export function ReadingControls({ kind, reading, onChange }: ReadingControlsProps) {
  const { t } = useTranslation(['exchange', 'common']);
  return (
    <section className={classes.controls} aria-label={t('common:fileReading.how_read')}>
      <FileReading reading={reading} separators={SEPARATORS} encodings={ENCODINGS} onChange={onChange} />
      {kind === 'purchases' ? (
        <>
          <Checkbox
            label={t('map.create_members')}
            description={t('map.create_members_about')}
            checked={reading.createMembers}
            onChange={(event) => onChange({ createMembers: event.currentTarget.checked })}
          />
          <DigitChoice
            label={t('map.points')}
            stacked
            options={EARNINGS.map((value) => ({
              value,
              word: t(`map.points_${value}`),
              more: t(`map.points_${value}_about`),
            }))}
            value={reading.points}
            onChange={(points) => onChange({ points })}
          />
        </>
      ) : null}
    </section>
  );
}
