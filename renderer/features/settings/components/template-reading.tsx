import { useTranslation } from 'react-i18next';
import { billOn } from '../examples';
import { useEdit } from '../use-rules-edit';
import { useTemplateWords } from '../use-words';
import { BillWords } from './bill-words';
import classes from './coupons-section.module.css';
import exampleClasses from './example.module.css';

/** What a coupon does, in one sentence, and on a bill; while something of it cannot be read, its place is kept. */
export function TemplateReading({ id }: { readonly id: string }) {
  const { t } = useTranslation('settings');
  const { rules, problems, from } = useEdit();
  const say = useTemplateWords();
  const template = rules.coupons.templates.find((one) => one.id === id);
  const isWrong = Object.keys(problems).some((at) => at.startsWith(`coupons.templates.${id}.`));
  const bill = template === undefined || isWrong ? null : billOn(rules, 'regular', from, template);
  return (
    <aside className={`${exampleClasses.example} numbers`} aria-label={t('example.label')}>
      {template === undefined || isWrong ? (
        <p className="quiet">{t('example.waits')}</p>
      ) : (
        <>
          <p className={classes.sentence}>{say(template)}</p>
          {bill === null ? null : <BillWords tier="regular" bill={bill} />}
        </>
      )}
    </aside>
  );
}
