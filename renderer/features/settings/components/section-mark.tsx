import { useTranslation } from 'react-i18next';
import { sectionsOf } from '../sections';
import { useEdit } from '../use-rules-edit';

/** Beside a part's name in the index: that it was changed, or that something in it is wrong. */
export function SectionMark({ name }: { readonly name: string }) {
  const { t } = useTranslation('settings');
  const { changed, problems } = useEdit();
  const has = (paths: readonly string[]) => sectionsOf(paths).some((section) => section === name);
  if (has(Object.keys(problems))) return <span className="danger">{t('mark.wrong')}</span>;
  return has(changed) ? <span className="quiet">{t('mark.changed')}</span> : null;
}
