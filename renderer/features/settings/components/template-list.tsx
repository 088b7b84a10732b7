import { useTranslation } from 'react-i18next';
import { RowList } from '../../../ui/row-list';
import { useEdit } from '../use-rules-edit';
import classes from './coupons-section.module.css';

interface TemplateListProps {
  readonly openId: string | null;
  readonly onOpen: (id: string) => void;
}

/** All templates, the ones that are switched off too: what they issued is still valid. */
export function TemplateList({ openId, onOpen }: TemplateListProps) {
  const { t } = useTranslation(['settings', 'coupons']);
  const { draft, problems } = useEdit();
  const isWrong = (id: string) =>
    Object.keys(problems).some((at) => at.startsWith(`coupons.templates.${id}.`));
  return (
    <RowList
      label={t('coupons.list')}
      rows={draft.templates}
      idOf={({ id }) => id}
      openId={openId}
      onOpen={({ id }) => onOpen(id)}
    >
      {({ id, name, trigger, active }) => (
        <span className={classes.row} data-off={!active || undefined}>
          <span className={classes.name}>{name === '' ? t('coupons.unnamed') : name}</span>
          <span className={isWrong(id) ? 'danger' : 'quiet'}>
            {isWrong(id) ? t('coupons.wrong') : active ? t(`coupons:trigger.${trigger}`) : t('coupons.off')}
          </span>
        </span>
      )}
    </RowList>
  );
}
