import { fen } from '@domain/units';
import { useTranslation } from 'react-i18next';
import { money, whole } from '../../../lib/format';
import { useFormat } from '../../../lib/store-context';
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
          {section.fields.map(({ name, kind }, column) => {
            const cell = row[column] ?? null;
            return cell === null || cell === '' ? null : (
              <div key={name}>
                {/* A test holds the words against every field that main tells. */}
                <dt>{t(`field.${name}` as 'field.name')}</dt>
                <dd>{words(cell, kind)}</dd>
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

/** A value in plain words. */
function useCellWords() {
  const { t } = useTranslation('rights');
  const format = useFormat();
  const code = (word: string) => t(`code.${word}` as 'code.given', { defaultValue: word });
  return (cell: string | number, kind: DataSection['fields'][number]['kind']): string => {
    if (typeof cell === 'string') {
      if (kind === 'code') return cell.split(', ').map(code).join(t('data.and'));
      return kind === 'date' ? format.date(cell as never) : cell; // main tells business dates only
    }
    switch (kind) {
      case 'money':
        return money(fen(cell));
      case 'instant':
        return format.dateTime(cell as never); // and instants
      case 'yes_no':
        return t(cell === 1 ? 'data.yes' : 'data.no');
      case 'share':
        return String(cell / 1000);
      default:
        return String(cell);
    }
  };
}
