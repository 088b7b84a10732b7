import { ENCODINGS, SEPARATORS } from '@domain/exchange/fields';
import { ROW_KINDS } from '@domain/pos/fields';
import { MARKERS } from '@domain/pos/watching';
import { isBusinessDate } from '@domain/units';
import { Checkbox, NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { bytes } from '../../../lib/bytes';
import { useFormat } from '../../../lib/store-context';
import { DigitChoice } from '../../../ui/digit-choice';
import { FileReading } from '../../../ui/file-reading';
import type { PosReading } from '../api';
import type { SetUp, SourceDraft } from '../set-up';
import classes from './pos.module.css';

/** As long as a till may take over one file, in seconds: the contract's cap. */
const MOST_STILL_SECONDS = 600;

interface SourceFieldsProps {
  readonly setUp: SetUp;
  /** As corrected, or as guessed; null while there is no file. */
  readonly reading: PosReading | null;
  readonly onPut: (part: Partial<SourceDraft>) => void;
  /** A part by which the file reads differently. */
  readonly onCorrect: (part: Partial<SourceDraft>) => void;
}

/** What the till is called, which of its files count, when one is whole, and how they are read. */
export function SourceFields({ setUp: { preview, draft }, reading, onPut, onCorrect }: SourceFieldsProps) {
  const { t } = useTranslation(['pos', 'common']);
  const format = useFormat();
  const { shown, files } = preview;
  const chosen = files.find(({ name }) => name === shown?.name);
  return (
    <div className={classes.fields}>
      <TextInput
        label={t('field.name')}
        maxLength={40}
        value={draft.name}
        onChange={({ currentTarget: { value } }) => onPut({ name: value })}
        error={draft.name.trim() === '' ? t('field.nameNeeded') : null}
      />
      <TextInput
        label={t('field.pattern')}
        description={t('field.patternAbout')}
        maxLength={80}
        value={draft.pattern}
        onChange={({ currentTarget: { value } }) => onCorrect({ pattern: value, file: null })}
      />
      {files.length === 0 ? null : (
        <NativeSelect
          label={t('field.file')}
          description={
            chosen === undefined
              ? undefined
              : `${format.dateTime(chosen.modifiedAt)} · ${bytes(chosen.bytes)}`
          }
          value={shown?.name ?? ''}
          data={files.map(({ name }) => name)}
          onChange={({ currentTarget: { value } }) => onCorrect({ file: value, reading: null })}
        />
      )}
      {shown === null || reading === null ? null : (
        <>
          <FileReading
            reading={reading}
            separators={['auto', ...SEPARATORS]}
            encodings={['auto', ...ENCODINGS]}
            guessed={shown}
            onChange={(part) => onCorrect({ reading: { ...reading, ...part } })}
          />
          <DigitChoice
            label={t('field.rowsAre')}
            stacked
            options={ROW_KINDS.map((value) => ({
              value,
              word: t(`rowsAre.${value}`),
              more: t(`rowsAreAbout.${value}`),
            }))}
            value={reading.rowsAre}
            onChange={(rowsAre) => onCorrect({ reading: { ...reading, rowsAre } })}
          />
        </>
      )}
      <TextInput
        type="date"
        label={t('field.from')}
        description={t('field.fromAbout')}
        value={draft.from}
        onChange={({ currentTarget: { value } }) => {
          if (isBusinessDate(value)) onCorrect({ from: value });
        }}
      />
      <Checkbox
        label={t('field.grows')}
        description={t('field.growsAbout')}
        checked={draft.grows}
        onChange={(event) => onPut({ grows: event.currentTarget.checked })}
      />
      <NumberInput
        label={t('field.still')}
        description={t('field.stillAbout')}
        min={1}
        max={MOST_STILL_SECONDS}
        clampBehavior="strict"
        allowDecimal={false}
        value={draft.stillSeconds}
        onChange={(value) => {
          if (typeof value === 'number') onPut({ stillSeconds: value });
        }}
      />
      <NativeSelect
        label={t('field.marker')}
        value={draft.marker}
        data={MARKERS.map((value) => ({ value, label: t(`marker.${value}`) }))}
        onChange={({ currentTarget: { value } }) => {
          const marker = MARKERS.find((each) => each === value);
          if (marker !== undefined) onPut({ marker });
        }}
      />
    </div>
  );
}
