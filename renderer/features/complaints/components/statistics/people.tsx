import { useTranslation } from 'react-i18next';
import { whole } from '../../../../lib/format';
import { useReasonWord } from '../../../../lib/reason-words';
import { FigureTable } from '../../../../ui/figure-table';
import type { ComplaintStatistics } from '../../api';
import { useOnTimeWords } from '../../use-bars';
import classes from './statistics.module.css';

interface PeopleProps {
  readonly said: ComplaintStatistics;
}

/** Whom complaints are about, and who took them on time. */
export function StaffFigures({ said }: PeopleProps) {
  const { t } = useTranslation('complaints');
  const onTime = useOnTimeWords();
  const question = t('statistics.question.staff');
  return (
    <section className={classes.question} aria-label={question}>
      <h2>{question}</h2>
      <FigureTable
        label={question}
        columns={[
          t('statistics.head.staff'),
          t('statistics.head.about'),
          t('statistics.head.taken'),
          t('statistics.head.taken_on_time'),
        ]}
        rows={said.byStaff.map(({ staff, about, taken, onTime: share }) => ({
          id: staff.id,
          cells: [staff.name, whole(about), whole(taken), onTime(share)],
        }))}
      />
    </section>
  );
}

/** Members who came back with the same complaint: the cause was not removed. */
export function Repeats({ said }: PeopleProps) {
  const { t } = useTranslation('complaints');
  const wordOf = useReasonWord();
  const question = t('statistics.question.repeats');
  return (
    <section className={classes.question} aria-label={question}>
      <h2>{question}</h2>
      {said.repeats.length === 0 ? (
        <p className={classes.answer}>{t('statistics.no_repeats')}</p>
      ) : (
        <FigureTable
          label={question}
          columns={[t('statistics.head.member'), t('statistics.head.reason'), t('statistics.head.times')]}
          rows={said.repeats.map(({ memberId, memberName, reason, reasonName, count }) => ({
            id: `${memberId} ${reason}`,
            cells: [
              memberName === '' ? t('statistics.erased') : memberName,
              wordOf(reason, reasonName),
              whole(count),
            ],
          }))}
        />
      )}
    </section>
  );
}

/** What they are about, how they come in, how grave they are. */
export function Kinds({ said }: PeopleProps) {
  const { t } = useTranslation('complaints');
  const kinds = [
    {
      word: t('object.label'),
      rows: said.byObject.map((row) => [t(`object.${row.object}`), row.count] as const),
    },
    {
      word: t('channel.label'),
      rows: said.byChannel.map((row) => [t(`channel.${row.channel}`), row.count] as const),
    },
    {
      word: t('severity.label'),
      rows: said.bySeverity.map((row) => [t(`severity.${row.severity}`), row.count] as const),
    },
  ];
  return (
    <section className={classes.question} aria-label={t('statistics.question.kinds')}>
      <h2>{t('statistics.question.kinds')}</h2>
      <dl className={`${classes.kinds} numbers`}>
        {kinds.map(({ word, rows }) => (
          <div key={word}>
            <dt>{word}</dt>
            <dd>
              {rows.map(([name, count]) => (
                <span key={name}>
                  {name} <strong>{whole(count)}</strong>
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
