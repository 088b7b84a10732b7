import { DATE_FORMATS, type DateFormat, type Encoding, type Separator } from '@domain/exchange/fields';
import { Checkbox, NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** How a text file is read; `S` and `E` have `auto` among them where each file is guessed anew. */
interface Reading<S, E> {
  readonly separator: S;
  readonly encoding: E;
  readonly dateFormat: DateFormat;
  readonly header: boolean;
}

interface FileReadingProps<S, E> {
  readonly reading: Reading<S, E>;
  readonly separators: readonly S[];
  readonly encodings: readonly E[];
  /** How `auto` has read the file that is shown. */
  readonly guessed?: { readonly separator: Separator; readonly encoding: Encoding };
  readonly onChange: (part: Partial<Reading<S, E>>) => void;
}

const SEPARATOR_WORDS = {
  ',': 'fileReading.separator_comma',
  ';': 'fileReading.separator_semicolon',
  '\t': 'fileReading.separator_tab',
  '|': 'fileReading.separator_bar',
  whitespace: 'fileReading.separator_whitespace',
} as const;
const ENCODING_WORDS = {
  'utf-8': 'fileReading.encoding_utf_8',
  gb18030: 'fileReading.encoding_gb18030',
  'utf-16le': 'fileReading.encoding_utf_16le',
  'utf-16be': 'fileReading.encoding_utf_16be',
} as const;

/** How a file is read: guessed, shown, correctable. */
export function FileReading<S extends Separator | 'auto', E extends Encoding | 'auto'>({
  reading,
  separators,
  encodings,
  guessed,
  onChange,
}: FileReadingProps<S, E>) {
  const { t } = useTranslation('common');
  const auto = (as: string | null) =>
    as === null ? t('fileReading.auto') : t('fileReading.auto_as', { as });
  const separatorWord = (separator: Separator) => t(SEPARATOR_WORDS[separator]);
  const encodingWord = (encoding: Encoding) => t(ENCODING_WORDS[encoding]);
  return (
    <>
      <NativeSelect
        label={t('fileReading.separator')}
        value={reading.separator}
        data={separators.map((value) => ({
          value,
          label:
            value === 'auto' ? auto(guessed ? separatorWord(guessed.separator) : null) : separatorWord(value),
        }))}
        onChange={({ currentTarget: { value } }) => {
          const separator = separators.find((each) => each === value);
          if (separator !== undefined) onChange({ separator });
        }}
      />
      <NativeSelect
        label={t('fileReading.encoding')}
        value={reading.encoding}
        data={encodings.map((value) => ({
          value,
          label:
            value === 'auto' ? auto(guessed ? encodingWord(guessed.encoding) : null) : encodingWord(value),
        }))}
        onChange={({ currentTarget: { value } }) => {
          const encoding = encodings.find((each) => each === value);
          if (encoding !== undefined) onChange({ encoding });
        }}
      />
      <NativeSelect
        label={t('fileReading.date_format')}
        value={reading.dateFormat}
        data={DATE_FORMATS.map((value) => ({ value, label: t(`fileReading.date_${value}`) }))}
        onChange={({ currentTarget: { value } }) => {
          const dateFormat = DATE_FORMATS.find((each) => each === value);
          if (dateFormat !== undefined) onChange({ dateFormat });
        }}
      />
      <Checkbox
        label={t('fileReading.header')}
        checked={reading.header}
        onChange={(event) => onChange({ header: event.currentTarget.checked })}
      />
    </>
  );
}
