import { NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { money } from '../../../../lib/format';
import type { Answered } from '../../../../lib/rooms';
import { useFormat } from '../../../../lib/store-context';
import { Notice } from '../../../../ui/notice';
import { type GiveDraft, type GiveField, worthOfPoints } from '../../give-draft';
import classes from './give-fields.module.css';

interface GiveFieldsProps {
  readonly draft: GiveDraft;
  readonly choices: Answered<'complaints', 'compensationChoices'>;
  /** The field that is not right yet. */
  readonly wrong: GiveField | 'reason' | null;
  readonly onEnter: (part: Partial<GiveDraft>) => void;
}

/** The fields of the one kind that was chosen. */
export function GiveFields({ draft, choices, wrong, onEnter }: GiveFieldsProps) {
  const { t } = useTranslation('complaints');
  const format = useFormat();
  switch (draft.kind) {
    case 'coupon':
      return choices.templates.length === 0 ? (
        <Notice tone="quiet">{t('give.no_templates')}</Notice>
      ) : (
        <NativeSelect
          label={t('give.template')}
          data={choices.templates.map(({ id, name, worth, lastDay }) => ({
            value: id,
            label: [
              name,
              ...(worth === null ? [] : [money(worth)]),
              t('give.until', { date: format.date(lastDay) }),
            ].join(' · '),
          }))}
          value={draft.templateId}
          onChange={(event) => onEnter({ templateId: event.currentTarget.value })}
        />
      );
    case 'gift':
      return (
        <div className={classes.pair}>
          <TextInput
            data-field="gift"
            label={t('give.gift')}
            placeholder={t('give.gift_hint')}
            maxLength={60}
            value={draft.gift}
            onChange={(event) => onEnter({ gift: event.currentTarget.value })}
            error={wrong === 'gift' ? t('give.gift_needed') : null}
          />
          <TextInput
            data-field="giftWorth"
            label={t('give.gift_worth')}
            leftSection="¥"
            maxLength={12}
            value={draft.giftWorth}
            onChange={(event) => onEnter({ giftWorth: event.currentTarget.value })}
            error={wrong === 'giftWorth' ? t('give.amount_needed') : null}
          />
        </div>
      );
    case 'points': {
      const worth = worthOfPoints(draft.points, choices.pointsWorth);
      return (
        <TextInput
          data-field="points"
          label={t('give.points')}
          description={worth === null ? null : t('give.points_worth', { worth: money(worth) })}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          maxLength={9}
          value={draft.points}
          onChange={(event) => onEnter({ points: event.currentTarget.value })}
          error={wrong === 'points' ? t('give.points_needed') : null}
        />
      );
    }
    case 'refund':
      return (
        <TextInput
          data-field="refund"
          label={t('give.refund')}
          description={t('give.refund_hint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          leftSection="¥"
          maxLength={12}
          value={draft.refund}
          onChange={(event) => onEnter({ refund: event.currentTarget.value })}
          error={wrong === 'refund' ? t('give.amount_needed') : null}
        />
      );
  }
}
