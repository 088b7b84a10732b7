import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { IndexedPart, type PageProps } from '../components/indexed-part';
import { Chance } from '../components/leaving/chance';
import { Gaps } from '../components/leaving/gaps';
import { Warned } from '../components/leaving/warned';
import { LEAVING_PAGES, turnTo, useInsightsView } from '../insights-view';

interface LeavingProps {
  readonly onMember: (memberId: string) => void;
}

/** Who is about to leave and what is at stake, how likely it is, and how long people stay away in general. */
export function Leaving({ onMember }: LeavingProps) {
  const { t } = useTranslation('insights');
  const pageOf = useMemo(
    () => ({
      warned: (props: PageProps) => <Warned {...props} onMember={onMember} />,
      chance: Chance,
      gaps: Gaps,
    }),
    [onMember],
  );
  return (
    <IndexedPart
      title={t('part.leaving')}
      pages={LEAVING_PAGES}
      at={useInsightsView((view) => view.leaving)}
      onTurn={(page) => turnTo('leaving', page)}
      wordOf={(page) => t(`leaving.${page}`)}
      pageOf={pageOf}
    />
  );
}
