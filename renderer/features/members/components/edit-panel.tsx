import type { MemberCard } from '@contract/members';
import { useForm } from '@mantine/form';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { FaultLine } from '../../../ui/fault-line';
import { KeyButton } from '../../../ui/key-button';
import { Panel } from '../../../ui/panel';
import { useChangeMember } from '../api';
import { FIELD_OF, type IdentityValues, identityOf, toIdentity } from '../identity';
import { AdviserSection } from './adviser-section';
import { ConsentSection } from './consent-section';
import { MoreFields, WhoFields } from './identity-fields';
import classes from './identity-fields.module.css';
import { ProfileSection } from './profile-section';
import { TakenBy } from './taken-by';

interface EditPanelProps {
  readonly card: MemberCard;
  readonly onDone: () => void;
  readonly onOpenMember: (memberId: string) => void;
  readonly onCancel: () => void;
}

export function EditPanel({ card, onDone, onOpenMember, onCancel }: EditPanelProps) {
  const { t } = useTranslation('members');
  const change = useChangeMember();
  const panel = useRef<HTMLFormElement>(null);
  const form = useForm<IdentityValues>({ initialValues: identityOf(card) });
  const refusal = change.now.state === 'refused' ? change.now.refusal : null;

  useEffect(() => panel.current?.querySelector<HTMLInputElement>('[data-path="name"]')?.focus(), []);

  const refuseAt = (code: string) => {
    const field = FIELD_OF[code];
    if (field === undefined) return;
    form.setFieldError(field, t(`refusal.${code as 'phone_malformed'}`));
    panel.current?.querySelector<HTMLInputElement>(`[data-path="${field}"]`)?.focus();
  };
  const submit = async (values: IdentityValues) => {
    const identity = toIdentity(values);
    if (identity === null) return refuseAt('birthday_malformed');
    const end = await change.run({ memberId: card.id, ...identity });
    if (end.state === 'done') onDone();
    if (end.state === 'refused') refuseAt(end.refusal.code);
  };

  return (
    <form ref={panel} onSubmit={form.onSubmit((values) => void submit(values))} style={{ height: '100%' }}>
      <Panel
        title={t('edit.title')}
        onCancel={onCancel}
        foot={
          <KeyButton type="submit" cap="Enter" fullWidth loading={change.now.state === 'busy'}>
            {t('edit.do')}
          </KeyButton>
        }
      >
        <div className={classes.form}>
          {change.now.state === 'fault' ? <FaultLine mishap={change.now.mishap} /> : null}
          {refusal?.code === 'member_gone' ? <p role="alert">{t('refusal.member_gone')}</p> : null}
          <WhoFields form={form} />
          {refusal?.code === 'phone_taken' || refusal?.code === 'card_taken' ? (
            <TakenBy name={refusal.params.name} onOpen={() => onOpenMember(refusal.params.memberId)} />
          ) : null}
          <MoreFields form={form} referrerName={card.referrer?.name ?? null} />
          <AdviserSection memberId={card.id} adviser={card.adviser} />
          <ProfileSection memberId={card.id} consent={card.consent} />
          <ConsentSection
            memberId={card.id}
            given={card.consent}
            who={{ name: card.name, phone: card.phone ?? '' }}
          />
        </div>
      </Panel>
    </form>
  );
}
