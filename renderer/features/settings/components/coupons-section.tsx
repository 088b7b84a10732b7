import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/store-context';
import { useFunctionPress } from '../../../lib/use-function-press';
import { KeyButton } from '../../../ui/key-button';
import { blankTemplate, type TemplateDraft } from '../draft/templates';
import { useEdit } from '../use-rules-edit';
import classes from './coupons-section.module.css';
import { RuleField } from './rule-field';
import { Fields, Section } from './section';
import { TemplateForm } from './template-form';
import { TemplateList } from './template-list';
import { TemplateReading } from './template-reading';

interface CouponsSectionProps {
  /** The new coupon that somebody was sent here for: a 满减 that was typed as a discount. */
  readonly begun: string | null;
}

/** Templates of coupons, each with what it does in a sentence, and what may be given by hand (S49, S50, S80). */
export function CouponsSection({ begun }: CouponsSectionProps) {
  const { t } = useTranslation('settings');
  const { draft, put } = useEdit();
  const { today } = useFormat();
  const [openId, setOpenId] = useState(begun ?? draft.templates[0]?.id ?? null);
  const open = draft.templates.find(({ id }) => id === openId);

  const add = () => {
    const template = blankTemplate(today);
    put({ templates: [...draft.templates, template] });
    setOpenId(template.id);
  };
  useFunctionPress('F2', add);
  const change = (changed: TemplateDraft) =>
    put({ templates: draft.templates.map((one) => (one.id === changed.id ? changed : one)) });
  const drop = (id: string) => put({ templates: draft.templates.filter((one) => one.id !== id) });

  return (
    <>
      <Section
        title={t('coupons.title')}
        about={t('coupons.about')}
        example={open === undefined ? null : <TemplateReading id={open.id} />}
      >
        <div className={classes.desk}>
          <div className={classes.list}>
            <TemplateList openId={open?.id ?? null} onOpen={setOpenId} />
            <KeyButton cap="F2" variant="default" onClick={add}>
              {t('coupons.add')}
            </KeyButton>
          </div>
          {open === undefined ? (
            <p className="quiet">{t('coupons.choose')}</p>
          ) : (
            <TemplateForm key={open.id} draft={open} onChange={change} onDrop={() => drop(open.id)} />
          )}
        </div>
      </Section>
      <Section title={t('coupons.hand_title')} about={t('coupons.hand_about')}>
        <Fields>
          <RuleField at="coupons.handAllowance" />
        </Fields>
      </Section>
    </>
  );
}
