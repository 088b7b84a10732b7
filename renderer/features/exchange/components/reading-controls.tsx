import { DATE_FORMATS, ENCODINGS, SEPARATORS } from '@domain/exchange/fields';
import { Checkbox, NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DigitChoice } from '../../../ui/digit-choice';
import type { ImportKind, Reading } from '../api';
import classes from './reading-controls.module.css';

interface ReadingControlsProps {
  readonly kind: ImportKind;
  readonly reading: Reading;
  readonly onChange: (part: Partial<Reading>) => void;
}

const SEPARATOR_WORDS = {
  ',': 'map.separator_comma',
  ';': 'map.separator_semicolon',
  '\t': 'map.separator_tab',
  '|': 'map.separator_bar',
  whitespace: 'map.separator_whitespace',
} as const;
const ENCODING_WORDS = {
  'utf-8': 'map.encoding_utf_8',
  gb18030: 'map.encoding_gb18030',
  'utf-16le': 'map.encoding_utf_16le',
  'utf-16be': 'map.encoding_utf_16be',
} as const;
const EARNINGS = ['none', 'from_purchase_day', 'from_today'] as const;

/** How the file is read: guessed, shown, correctable. */
export function ReadingControls({ kind, reading, onChange }: ReadingControlsProps) {
  const { t } = useTranslation('exchange');
  return (
    <section className={classes.controls} aria-label={t('map.how_read')}>
      <NativeSelect
        label={t('map.separator')}
        value={reading.separator}
        data={SEPARATORS.map((value) => ({ value, label: t(SEPARATOR_WORDS[value]) }))}
        onChange={({ currentTarget: { value } }) => {
          const separator = SEPARATORS.find((each) => each === value);
          if (separator !== undefined) onChange({ separator });
        }}
      />
      <NativeSelect
        label={t('map.encoding')}
        value={reading.encoding}
        data={ENCODINGS.map((value) => ({ value, label: t(ENCODING_WORDS[value]) }))}
        onChange={({ currentTarget: { value } }) => {
          const encoding = ENCODINGS.find((each) => each === value);
          if (encoding !== undefined) onChange({ encoding });
        }}
      />
      <NativeSelect
        label={t('map.date_format')}
        value={reading.dateFormat}
        data={DATE_FORMATS.map((value) => ({ value, label: t(`map.date_${value}`) }))}
        onChange={({ currentTarget: { value } }) => {
          const dateFormat = DATE_FORMATS.find((each) => each === value);
          if (dateFormat !== undefined) onChange({ dateFormat });
        }}
      />
      <Checkbox
        label={t('map.header')}
        checked={reading.header}
        onChange={(event) => onChange({ header: event.currentTarget.checked })}
      />
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
