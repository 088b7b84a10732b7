import { DETRACTS_TO, LOW_TO } from '@domain/surveys/survey';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDimensionName } from '../../../lib/dimension-words';
import { useFormat } from '../../../lib/store-context';
import { useRowKeys } from '../../../ui/use-row-keys';
import { type AnswerView, useRules } from '../api';
import classes from './answers-part.module.css';

interface AnswersTableProps {
  readonly rows: readonly AnswerView[];
  readonly onOpenMember: (memberId: string) => void;
}

/** Answers as they were given; Enter opens whose it is at the counter. */
export function AnswersTable({ rows, onOpenMember }: AnswersTableProps) {
  const { t } = useTranslation('surveys');
  const format = useFormat();
  const [chosen, setChosen] = useState(0);
  const at = Math.min(chosen, rows.length - 1);
  const open = (index: number) => {
    const memberId = rows[index]?.memberId ?? null;
    if (memberId !== null) onOpenMember(memberId);
  };
  const keys = useRowKeys({ count: rows.length, at, onMove: setChosen, onOpen: open });
  return (
    <div className={classes.scroller}>
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose rows are walked by keyboard is a grid */}
      <table className={classes.table} role="grid" aria-label={t('answers.table')}>
        <thead>
          <tr>
            <th scope="col">{t('answers.when')}</th>
            <th scope="col">{t('answers.who')}</th>
            <th scope="col" className={classes.score}>
              {t('said.satisfaction')}
            </th>
            <th scope="col" className={classes.score}>
              {t('said.recommend')}
            </th>
            <th scope="col">{t('answers.said')}</th>
            <th scope="col" className={classes.wide}>
              {t('answers.about')}
            </th>
            <th scope="col" className={classes.wide}>
              {t('answers.channel')}
            </th>
          </tr>
        </thead>
        <tbody ref={keys.list} onKeyDown={keys.onKeyDown}>
          {rows.map((row, index) => (
            <tr
              key={row.id}
              tabIndex={keys.tabIndexOf(index)}
              aria-selected={index === at}
              onFocus={() => setChosen(index)}
              onDoubleClick={() => open(index)}
            >
              <td className={classes.when}>{format.dateTime(row.at)}</td>
              <td className={classes.who}>
                {row.memberName ?? t(row.memberId === null ? 'answers.nobody' : 'answers.erased')}
              </td>
              <Score value={row.satisfaction} most={5} lowTo={LOW_TO} />
              <Score value={row.recommend} most={10} lowTo={DETRACTS_TO} />
              <td className={classes.note}>
                <Said row={row} />
              </td>
              <td className={classes.wide}>{row.servedBy}</td>
              <td className={classes.wide}>{t(`channel.${row.channel}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface ScoreProps {
  readonly value: number | null;
  readonly most: number;
  readonly lowTo: number;
}

/** A score of its scale; a low one is bold. */
const Score = ({ value, most, lowTo }: ScoreProps) => (
  <td className={`${classes.score} ${value !== null && value <= lowTo ? classes.low : ''}`}>
    {value === null ? '—' : `${value} / ${most}`}
  </td>
);

/** The words, what was scored apart, and whether it has led to a complaint. */
function Said({ row }: { readonly row: AnswerView }) {
  const { t } = useTranslation('surveys');
  const { data: inForce } = useRules();
  const nameOf = useDimensionName();
  const known = inForce?.rules.surveys.dimensions ?? [];
  const scores = Object.entries(row.scores).map(([id, score]) => {
    const name = nameOf(known.find((dimension) => dimension.id === id) ?? { id, name: '' });
    return `${name === '' ? id : name} ${score}`;
  });
  return (
    <>
      {row.note === '' ? null : <div data-selectable="">{row.note}</div>}
      {scores.length === 0 ? null : <div className="quiet">{scores.join(' · ')}</div>}
      {row.complaintId === null ? null : <div className="quiet">{t('answers.complaint')}</div>}
    </>
  );
}
