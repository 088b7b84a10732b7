import { useTranslation } from 'react-i18next';
import { useReasonWord } from '../../../../lib/reason-words';
import { useFormat } from '../../../../lib/store-context';
import { ComingCell } from '../../../../ui/long-table';
import type { FoundComplaint } from '../../api';
import classes from './archive.module.css';
import { Marked } from './marked';

interface ResultRowProps {
  /** Not there yet while its page is on its way. */
  readonly row: FoundComplaint | undefined;
  readonly search: string;
}

export function ResultRow({ row, search }: ResultRowProps) {
  const { t } = useTranslation('complaints');
  const format = useFormat();
  const wordOf = useReasonWord();
  if (row === undefined)
    return (
      <td className={classes.wide}>
        <ComingCell />
      </td>
    );
  const at = format.dateTime(row.receivedAt);
  return (
    <>
      <td className={classes.number}>{row.number}</td>
      <td className={classes.received} title={at}>
        {at}
      </td>
      <td title={row.what}>
        <span className={classes.line}>
          <strong className={classes.member}>
            {row.memberName === null || row.memberName === '' ? (
              t('walk_in')
            ) : (
              <Marked text={row.memberName} search={search} />
            )}
          </strong>
          <span className={classes.reason}>{wordOf(row.reason, row.reasonName)}</span>
          {row.severity === 'high' ? <span className={classes.grave}>{t('severity.high')}</span> : null}
        </span>
        <span className={classes.what}>
          {row.found === null ? null : (
            <span className={classes.found}>
              {t(`archive.in.${row.found.in}`)} <Marked text={row.found.excerpt} search={search} />
            </span>
          )}
          <Marked text={row.what} search={search} />
        </span>
      </td>
      <td>
        {t(`state.${row.state}`)}
        {row.late ? <span className={classes.tooLate}>{t('archive.late')}</span> : null}
      </td>
    </>
  );
}
