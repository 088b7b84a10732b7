import { useTranslation } from 'react-i18next';
import { useWeekdays } from '../../../lib/use-weekdays';
import { WEEKLY } from '../draft/fields';
import { textIn } from '../draft/rules-draft';
import { useEdit } from '../use-rules-edit';
import { useProblemWords } from '../use-words';
import { Field } from './field';
import { RuleField } from './rule-field';
import { Fields, Section } from './section';

/** When the store serves: for clocks that count store hours. */
export function HoursSection() {
  const { t } = useTranslation('settings');
  const { draft, put, problems } = useEdit();
  const weekdays = useWeekdays('short');
  const say = useProblemWords();
  const whole = say(problems['hours.weekly']);
  return (
    <Section title={t('hours.title')} about={t('hours.about')}>
      <Fields>
        {WEEKLY.map((place, index) => {
          const at = `hours.weekly.${place}` as const;
          return (
            <Field
              key={place}
              label={weekdays[index]?.word ?? ''}
              placeholder={t('hours.closed')}
              value={textIn(draft, at)}
              problem={problems[at]}
              onChange={(text) => put({ texts: { ...draft.texts, [at]: text } })}
            />
          );
        })}
      </Fields>
      {whole === null ? null : (
        <p role="alert" className="danger">
          {whole}
        </p>
      )}
      <Fields>
        <RuleField at="hours.closedDates" width="line" placeholder="2027-02-06, 2027-02-07" />
      </Fields>
    </Section>
  );
}
