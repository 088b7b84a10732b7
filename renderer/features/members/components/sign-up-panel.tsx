import { useForm } from '@mantine/form';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CONSENT_TEXT_VERSION } from '../../../lib/consent-text';
import { FaultLine } from '../../../ui/fault-line';
import { KeyButton } from '../../../ui/key-button';
import { Notice } from '../../../ui/notice';
import { Panel } from '../../../ui/panel';
import { useSignUp } from '../api';
import { blankIdentity, FIELD_OF, type IdentityValues, toIdentity } from '../identity';
import { ConsentFields, type ConsentValues } from './consent-fields';
import { MoreFields, WhoFields } from './identity-fields';
import classes from './identity-fields.module.css';
import { SimilarMembers } from './similar-members';
import { TakenBy } from './taken-by';

interface SignUpPanelProps {
  /** What stood in the box: a phone or a name. */
  readonly name: string;
  readonly phone: string;
  /** The customer's own screen, where the same two questions stand. */
  readonly customer: CustomerConsent;
  readonly onDone: (memberId: string) => void;
  readonly onOpenMember: (memberId: string) => void;
  readonly onCancel: () => void;
}

interface Choices {
  readonly personalData: boolean;
  readonly marketing: boolean;
}
interface CustomerConsent {
  /** Whether the screen is open, so that they can answer there. */
  readonly onDisplay: boolean;
  /** What they have chosen there; null while they have not. */
  readonly answer: (Choices & { readonly confirmed: boolean }) | null;
  /** Shows there what is ticked here. */
  readonly tick: (choices: Choices) => void;
}

type SignUpValues = IdentityValues & ConsentValues;

/** One panel, fifteen seconds: name, phone, consent, Enter; everything else may stay empty. */
export function SignUpPanel({ name, phone, customer, onDone, onOpenMember, onCancel }: SignUpPanelProps) {
  const { t } = useTranslation('members');
  const signUp = useSignUp();
  const panel = useRef<HTMLFormElement>(null);
  const [onPaper, setOnPaper] = useState(false);
  const form = useForm<SignUpValues>({
    initialValues: { ...blankIdentity(name, phone), personalData: false, marketing: false },
  });
  const refusal = signUp.now.state === 'refused' ? signUp.now.refusal : null;

  useEffect(() => {
    panel.current
      ?.querySelector<HTMLInputElement>(name === '' ? '[data-path="name"]' : '[data-path="phone"]')
      ?.focus();
  }, [name]);

  const { answer, tick } = customer;
  const { setValues } = form;
  useEffect(() => {
    if (answer !== null) setValues({ personalData: answer.personalData, marketing: answer.marketing });
  }, [answer, setValues]);
  const { personalData, marketing } = form.values;
  useEffect(() => tick({ personalData, marketing }), [tick, personalData, marketing]);

  const submit = async (values: SignUpValues, distinct: boolean) => {
    const identity = toIdentity(values);
    if (identity === null) return refuseAt('birthday_malformed');
    const { personalData, marketing } = values;
    const byCustomer = sameChoices(customer.answer, values);
    const channel = byCustomer ? 'display' : onPaper ? 'paper' : 'counter';
    const consent = { personalData, marketing, channel, textVersion: CONSENT_TEXT_VERSION } as const;
    const end = await signUp.run({ ...identity, consent, distinct });
    if (end.state === 'done') onDone(end.value.memberId);
    if (end.state === 'refused') refuseAt(end.refusal.code);
  };
  const refuseAt = (code: string) => {
    const field = code === 'consent_needed' ? 'personalData' : FIELD_OF[code];
    if (field === undefined) return;
    form.setFieldError(field, t(`refusal.${code as 'phone_malformed'}`));
    panel.current?.querySelector<HTMLInputElement>(`[data-path="${field}"]`)?.focus();
  };

  return (
    <form
      ref={panel}
      onSubmit={form.onSubmit((values) => void submit(values, false))}
      style={{ height: '100%' }}
    >
      <Panel
        title={t('signUp.title')}
        onCancel={onCancel}
        foot={
          <KeyButton type="submit" cap="Enter" fullWidth loading={signUp.now.state === 'busy'}>
            {t('signUp.do')}
          </KeyButton>
        }
      >
        <div className={classes.form}>
          {signUp.now.state === 'fault' ? <FaultLine mishap={signUp.now.mishap} /> : null}
          {refusal?.code === 'similar_exists' ? (
            <SimilarMembers
              members={refusal.params.members}
              onOpen={onOpenMember}
              onDistinct={() => void submit(form.values, true)}
            />
          ) : null}
          <WhoFields form={form} />
          {refusal?.code === 'phone_taken' || refusal?.code === 'card_taken' ? (
            <TakenBy name={refusal.params.name} onOpen={() => onOpenMember(refusal.params.memberId)} />
          ) : null}
          <ConsentFields form={form} onPaper={() => setOnPaper(true)} />
          {customer.onDisplay ? <Notice tone="quiet">{t(`signUp.customer.${saidBy(answer)}`)}</Notice> : null}
          <p className={classes.more}>{t('signUp.optional')}</p>
          <MoreFields form={form} referrerName={null} />
        </div>
      </Panel>
    </form>
  );
}

const sameChoices = (answer: Choices | null, ticked: Choices): boolean =>
  answer?.personalData === ticked.personalData && answer.marketing === ticked.marketing;

const saidBy = (answer: CustomerConsent['answer']) =>
  answer === null ? 'asked' : answer.confirmed ? 'confirmed' : 'choosing';
