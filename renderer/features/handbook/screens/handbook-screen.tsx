import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useIndex } from '../../../lib/use-index';
import { IndexedPages } from '../../../ui/indexed-pages';
import { BandsPage } from '../components/bands-page';
import { ChecklistsPage } from '../components/checklists-page';
import { LevelsPage } from '../components/levels-page';
import { StoriesPage } from '../components/stories-page';
import { WordsPage } from '../components/words-page';
import classes from './handbook-screen.module.css';

/** The pages in the order of a day with a customer, then what the staff do for themselves. */
const PAGES = [
  'reception',
  'bands',
  'touch',
  'complaint',
  'after_sales',
  'levels',
  'checklists',
  'stories',
  'reference',
] as const;
type PageName = (typeof PAGES)[number];

/** The store's service handbook (S96), with what is checked and told by it. */
export function HandbookScreen() {
  const { t } = useTranslation('handbook');
  const index = useIndex(PAGES);
  return (
    <div className={classes.screen}>
      <IndexedPages
        title={t('title')}
        label={t('index')}
        index={index}
        pages={PAGES.map((name) => ({ name, word: t(`page.${name}`), page: () => pageOf(name) }))}
      />
    </div>
  );
}

function pageOf(name: PageName): ReactNode {
  switch (name) {
    case 'bands':
      return <BandsPage />;
    case 'levels':
      return <LevelsPage />;
    case 'checklists':
      return <ChecklistsPage />;
    case 'stories':
      return <StoriesPage />;
    default:
      return <WordsPage name={name} />;
  }
}
