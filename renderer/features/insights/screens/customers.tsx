import { useTranslation } from 'react-i18next';
import { BaseCustomers } from '../components/customers/base-customers';
import { Classes } from '../components/customers/classes';
import { Clusters } from '../components/customers/clusters';
import { Growth } from '../components/customers/growth';
import { Pipeline } from '../components/customers/pipeline';
import { Retention } from '../components/customers/retention';
import { Rfm } from '../components/customers/rfm';
import { Stages } from '../components/customers/stages';
import { ValueLevels } from '../components/customers/value-levels';
import { IndexedPart } from '../components/indexed-part';
import { CUSTOMER_PAGES, turnTo, useInsightsView } from '../insights-view';

const PAGE_OF = {
  classes: Classes,
  value: ValueLevels,
  stages: Stages,
  rfm: Rfm,
  clusters: Clusters,
  base: BaseCustomers,
  retention: Retention,
  pipeline: Pipeline,
  growth: Growth,
};

/** Who the members are: each page one way of telling them apart, with what to do for whom. */
export function Customers() {
  const { t } = useTranslation('insights');
  return (
    <IndexedPart
      title={t('part.customers')}
      pages={CUSTOMER_PAGES}
      at={useInsightsView((view) => view.customers)}
      onTurn={(page) => turnTo('customers', page)}
      wordOf={(page) => t(`customers.${page}`)}
      pageOf={PAGE_OF}
    />
  );
}
