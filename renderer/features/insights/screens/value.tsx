import { useTranslation } from 'react-i18next';
import { IndexedPart } from '../components/indexed-part';
import { Forecast } from '../components/value/forecast';
import { Future } from '../components/value/future';
import { Model } from '../components/value/model';
import { turnTo, useInsightsView, VALUE_PAGES } from '../insights-view';

const PAGE_OF = { future: Future, forecast: Forecast, model: Model };

/** What the members are worth, what the next month should bring, and how far that can be trusted. */
export function Value() {
  const { t } = useTranslation('insights');
  return (
    <IndexedPart
      title={t('part.value')}
      pages={VALUE_PAGES}
      at={useInsightsView((view) => view.value)}
      onTurn={(page) => turnTo('value', page)}
      wordOf={(page) => t(`worth_pages.${page}`)}
      pageOf={PAGE_OF}
    />
  );
}
