import { COMPLAINT_CHANNELS, SEVERITIES } from '@domain/complaints/complaint';
import { OBJECTS } from '@domain/complaints/reasons';
import { NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { money } from '../../../lib/format';
import { useFormat } from '../../../lib/store-context';
import { DigitChoice } from '../../../ui/digit-choice';
import { type Bill, useBills, useStaff } from '../api';
import { productChoices } from '../bill-choices';
import { type LogDraft, objectOf } from '../log-draft';

interface LogMoreProps {
  readonly memberId: string | null;
  readonly draft: LogDraft;
  readonly onEnter: (part: Partial<LogDraft>) => void;
}

/** What makes a complaint easier to solve, for whoever has the time to say it: nothing here is asked for. */
export function LogMore({ memberId, draft, onEnter }: LogMoreProps) {
  const { t } = useTranslation('complaints');
  const bills = useBills(memberId).data ?? [];
  return (
    <>
      <Goods bills={memberId === null ? [] : bills} draft={draft} onEnter={onEnter} />
      <DigitChoice
        label={t('object.label')}
        options={OBJECTS.map((value) => ({ value, word: t(`object.${value}`) }))}
        value={objectOf(draft)}
        onChange={(object) => onEnter({ object })}
      />
      <AboutStaff bills={bills} draft={draft} onEnter={onEnter} />
      <DigitChoice
        label={t('severity.label')}
        options={SEVERITIES.map((value) => ({ value, word: t(`severity.${value}`) }))}
        value={draft.severity}
        onChange={(severity) => onEnter({ severity })}
      />
      <DigitChoice
        label={t('channel.label')}
        options={COMPLAINT_CHANNELS.map((value) => ({ value, word: t(`channel.${value}`) }))}
        value={draft.channel}
        onChange={(channel) => onEnter({ channel })}
      />
    </>
  );
}

interface OfBills {
  readonly bills: readonly Bill[];
  readonly draft: LogDraft;
  readonly onEnter: (part: Partial<LogDraft>) => void;
}

/** The bill and the product: one digit names what was bought last, and links its bill. */
function Goods({ bills, draft, onEnter }: OfBills) {
  const { t } = useTranslation('complaints');
  const format = useFormat();
  const choices = productChoices(bills, draft.purchaseId);
  return (
    <>
      {choices.length === 0 ? null : (
        <DigitChoice
          label={t('log.bought')}
          options={choices.map(({ product }) => ({ value: product, word: product }))}
          value={draft.product}
          onChange={(product) => {
            const found = choices.find((choice) => choice.product === product);
            onEnter({ product, purchaseId: found?.purchaseId ?? draft.purchaseId });
          }}
        />
      )}
      <TextInput
        label={t('log.product')}
        maxLength={60}
        autoComplete="off"
        value={draft.product}
        onChange={(event) => onEnter({ product: event.currentTarget.value })}
      />
      {bills.length === 0 ? null : (
        <NativeSelect
          label={t('log.bill')}
          data={[
            { value: '', label: t('log.no_bill') },
            ...bills.map(({ purchaseId, on, paid, products }) => ({
              value: purchaseId,
              label: [format.date(on), money(paid), ...products.slice(0, 2)].join(' · '),
            })),
          ]}
          value={draft.purchaseId ?? ''}
          onChange={(event) => {
            const chosen = event.currentTarget.value;
            onEnter({ purchaseId: chosen === '' ? null : chosen });
          }}
        />
      )}
    </>
  );
}

/** Whoever sold it is marked, not chosen: nobody is blamed by a default. */
function AboutStaff({ bills, draft, onEnter }: OfBills) {
  const { t } = useTranslation('complaints');
  const staff = useStaff().data ?? [];
  const seller = bills.find(({ purchaseId }) => purchaseId === draft.purchaseId)?.soldBy.id;
  return (
    <NativeSelect
      label={t('log.about_staff')}
      data={[
        { value: '', label: t('log.nobody') },
        ...staff.map(({ id, name }) => ({
          value: id,
          label: id === seller ? t('log.seller', { name }) : name,
        })),
      ]}
      value={draft.aboutStaffId ?? ''}
      onChange={(event) => {
        const chosen = event.currentTarget.value;
        onEnter({ aboutStaffId: chosen === '' ? null : chosen });
      }}
    />
  );
}
