import { fen } from '@domain/units';
import { useTranslation } from 'react-i18next';
import { fullDateTimeWords, fullDateWords, money, whole } from '../../../lib/format';
import { fullSoldAtWords } from '../../../lib/sold-at';
import { useLocale, useOpenStore } from '../../../lib/store-context';
import { useActWords } from '../../../lib/use-act-words';
import type { DataSection } from '../api';
import classes from './rights.module.css';

interface DataSectionsProps {
  readonly sections: readonly DataSection[];
  /** At most so many rows of each; null = all. */
  readonly most: number | null;
}

/** What is known, part by part; what is empty is said to be empty, so that nobody need wonder. */
export function DataSections({ sections, most }: DataSectionsProps) {
  const { t } = useTranslation('rights');
  const filled = sections.filter(({ rows }) => rows.length > 0);
  const empty = sections.filter(({ rows }) => rows.length === 0);
  return (
    <>
      {filled.map((section) => (
        <section key={section.name} className={classes.section}>
          <h3>
            {t(`section.${section.name}`)} <span className="quiet numbers">{whole(section.rows.length)}</span>
          </h3>
          <Rows section={section} most={most} />
        </section>
      ))}
      {empty.length === 0 ? null : (
        <p className="quiet">
          {t('data.nothing', { parts: empty.map(({ name }) => t(`section.${name}`)).join(t('data.and')) })}
        </p>
      )}
    </>
  );
}

function Rows({ section, most }: { readonly section: DataSection; readonly most: number | null }) {
  const { t } = useTranslation('rights');
  const words = useCellWords();
  const shown = most === null ? section.rows : section.rows.slice(0, most);
  return (
    <>
      {shown.map((row, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no key of their own and never change their order
        <dl key={at} className={classes.row}>
          {section.fields.map((field, column) => {
            const cell = row[column] ?? null;
            return cell === null || cell === '' ? null : (
              <div key={field.name}>
                {/* A test holds the words against every field that main tells. */}
                <dt>{t(`field.${field.name}` as 'field.name')}</dt>
                <dd>{words(cell, field)}</dd>
              </div>
            );
          })}
        </dl>
      ))}
      {shown.length < section.rows.length ? (
        <p className="quiet">{t('data.more', { rows: whole(section.rows.length - shown.length) })}</p>
      ) : null}
    </>
  );
}

/** A value in plain words; days with their year, since the paper may be read in another one. */
function useCellWords() {
  const { t } = useTranslation('rights');
  const locale = useLocale();
  const place = { ...useOpenStore(), locale };
  const actWords = useActWords();
  const code = (word: string) => t(`code.${word}` as 'code.given', { defaultValue: word });
  return (cell: string | number, { name, kind }: DataSection['fields'][number]): string => {
    if (typeof cell === 'string') {
      if (kind === 'code') return cell.split(', ').map(code).join(t('data.and'));
      if (name === 'act') return actWords(cell);
      return kind === 'date' ? fullDateWords(cell as never, locale) : cell; // main tells business dates only
    }
    switch (kind) {
      case 'money':
        return money(fen(cell));
      case 'instant':
        // and instants
        return (name === 'boughtAt' ? fullSoldAtWords : fullDateTimeWords)(cell as never, place);
      case 'yes_no':
        return t(cell === 1 ? 'data.yes' : 'data.no');
      case 'share':
        return String(cell / 1000);
      default:
        return String(cell);
    }
  };
}
