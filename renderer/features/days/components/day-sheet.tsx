import type { Sheet as Paper } from '@domain/slips/paper';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { fullDateTimeWords, fullDateWords, whole } from '../../../lib/format';
import { useLocale, useOpenStore } from '../../../lib/store-context';
import { Barcode } from '../../../ui/barcode';
import page from '../../../ui/paper.module.css';
import type { Sheet } from '../api';
import { groupsOf, sealText } from '../seal';
import { useDayLines } from '../use-day-lines';
import { useStaffColumns } from '../use-staff-columns';
import classes from './day-sheet.module.css';

interface DaySheetProps {
  readonly sheet: Sheet;
  readonly paper: Paper;
  readonly ref?: Ref<HTMLElement>;
}

/** The day close as it leaves the printer: black on white whatever the window's theme. */
export function DaySheet({ sheet, paper, ref }: DaySheetProps) {
  const { t } = useTranslation('days');
  const place = { ...useOpenStore(), locale: useLocale() };
  return (
    <article
      ref={ref}
      className={`${page.paper} ${classes.sheet}`}
      data-paper={paper}
      aria-label={t('sheet.preview')}
    >
      <header className={classes.head}>
        <p className={classes.store}>{sheet.storeName}</p>
        <p className={classes.title}>{t('sheet.title')}</p>
        <p className={classes.date}>{fullDateWords(sheet.date, place.locale)}</p>
        {sheet.round > 1 ? <p>{t('sheet.round', { round: sheet.round })}</p> : null}
        {sheet.replaced ? <p className={classes.stamp}>{t('sheet.replaced')}</p> : null}
        <p>{t('sheet.closed', { at: fullDateTimeWords(sheet.closedAt, place), staff: sheet.staffName })}</p>
      </header>
      <Figures sheet={sheet} />
      <Staff sheet={sheet} paper={paper} />
      {sheet.late.length > 0 ? (
        <p className={page.part}>{t('sheet.late', { count: sheet.late.length })}</p>
      ) : null}
      <Seal sheet={sheet} paper={paper} />
      <footer className={classes.signs}>
        <span>{t('sheet.signed')}</span>
        <span>{t('sheet.checked')}</span>
      </footer>
    </article>
  );
}

function Figures({ sheet }: { readonly sheet: Sheet }) {
  const sections = useDayLines(sheet.figures);
  return (
    <div className={classes.sections}>
      {sections.map(({ id, title, lines }) => (
        <section key={id} className={page.part}>
          <p className={classes.partTitle}>{title}</p>
          {lines.map((line) => (
            <p
              key={line.id}
              className={classes.row}
              data-part={line.part || undefined}
              data-strong={line.strong || undefined}
            >
              <span>{line.word}</span>
              <span className={classes.value}>{line.value}</span>
            </p>
          ))}
        </section>
      ))}
    </div>
  );
}

/** A table where the paper is wide enough for one; person by person on a roll. */
function Staff({ sheet, paper }: { readonly sheet: Sheet; readonly paper: Paper }) {
  const { t } = useTranslation('days');
  const columns = useStaffColumns();
  const { staff } = sheet.figures;
  if (staff.length === 0) return null;
  return (
    <section className={page.part}>
      <p className={classes.partTitle}>{t('staff.title')}</p>
      {paper === 'a4' ? (
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('staff.name')}</th>
              {columns.map(({ id, word }) => (
                <th key={id} scope="col">
                  {word}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {staff.map((each) => (
              <tr key={each.staffId}>
                <th scope="row">{each.name}</th>
                {columns.map(({ id, cell }) => (
                  <td key={id}>{cell(each)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        staff.map((each) => (
          <div key={each.staffId} className={classes.person}>
            <p className={classes.partTitle}>{each.name}</p>
            {columns.map(({ id, word, cell }) => (
              <p key={id} className={classes.row}>
                <span>{word}</span>
                <span className={classes.value}>{cell(each)}</span>
              </p>
            ))}
          </div>
        ))
      )}
    </section>
  );
}

/** The head of the audit trail at that moment: with it on paper, a rewritten file cannot pass for this one. */
function Seal({ sheet, paper }: { readonly sheet: Sheet; readonly paper: Paper }) {
  const { t } = useTranslation('days');
  const { previous } = sheet;
  return (
    <section className={`${page.part} ${classes.seal}`}>
      <div>
        <p className={classes.partTitle}>{t('sheet.seal', { seq: whole(sheet.auditSeq) })}</p>
        <p className={classes.groups}>
          {groupsOf(sheet.auditHash).map((group, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the groups of a hash never move
            <span key={at}>{group}</span>
          ))}
        </p>
        {previous === null ? null : (
          <p className={classes.small}>
            {t('sheet.previous', {
              date: previous.date,
              round: previous.round,
              groups: groupsOf(previous.auditHash).slice(0, 4).join(' '),
            })}
          </p>
        )}
      </div>
      <Barcode kind="qr" text={sealText(sheet)} paper={paper === 'a4' ? 58 : paper} label={t('sheet.code')} />
    </section>
  );
}
