import { useTranslation } from 'react-i18next';
import { Repurchase } from '../components/goods/repurchase';
import { Together } from '../components/goods/together';
import { IndexedPart } from '../components/indexed-part';
import { GOODS_PAGES, turnTo, useInsightsView } from '../insights-view';

const PAGE_OF = { repurchase: Repurchase, together: Together };

/** What is bought again (S24), and what is bought together (S36). */
export function Goods() {
  const { t } = useTranslation('insights');
  return (
    <IndexedPart
      title={t('part.goods')}
      pages={GOODS_PAGES}
      at={useInsightsView((view) => view.goods)}
      onTurn={(page) => turnTo('goods', page)}
      wordOf={(page) => t(`goods.${page}`)}
      pageOf={PAGE_OF}
    />
  );
}
