import { countingOf, resolutionDue, responseDue } from '@domain/complaints/clocks';
import { Button, Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat, useOpenStore } from '../../../lib/store-context';
import { flagIn } from '../draft/rules-draft';
import { useEdit } from '../use-rules-edit';
import { Example } from './example';
import { ReasonLeaves } from './reason-leaves';
import { RuleField } from './rule-field';
import { Buttons, Fields, Section } from './section';

/** Two clocks, and the two profiles of the sources: 24 hours and 7 days, or all within 24 hours (S70). */
export function ComplaintsSection() {
  const { t } = useTranslation('settings');
  const { draft, put, rules } = useEdit();
  const format = useFormat();
  const profile = (response: string, resolution: string) => () =>
    put({
      texts: {
        ...draft.texts,
        'complaints.responseHours': response,
        'complaints.resolutionHours': resolution,
      },
    });
  const counting = countingOf(rules, useOpenStore());
  const due = {
    response: format.dateTime(responseDue(format.now, rules.complaints, counting).at),
    resolution: format.dateTime(resolutionDue(format.now, rules.complaints, counting).at),
  };
  return (
    <>
      <Section
        title={t('complaints.title')}
        about={t('complaints.about')}
        example={
          <Example of={['complaints.', 'hours.']}>
            <p>{t('complaints.example', due)}</p>
          </Example>
        }
      >
        <Fields>
          <RuleField at="complaints.responseHours" />
          <RuleField at="complaints.resolutionHours" />
        </Fields>
        <Buttons>
          <Button variant="default" size="compact-sm" onClick={profile('24', '168')}>
            {t('complaints.usual')}
          </Button>
          <Button variant="default" size="compact-sm" onClick={profile('24', '24')}>
            {t('complaints.fast')}
          </Button>
        </Buttons>
        <Checkbox
          label={t('field.complaints.storeHours')}
          checked={flagIn(draft, 'complaints.storeHours')}
          onChange={(event) =>
            put({ flags: { ...draft.flags, 'complaints.storeHours': event.currentTarget.checked } })
          }
        />
      </Section>
      <ReasonLeaves />
    </>
  );
}
