import type { BusinessDate } from '@domain/units';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { useIndex } from '../../../lib/use-index';
import { IndexedPages } from '../../../ui/indexed-pages';
import classes from './indexed-part.module.css';
import { NeedsRun } from './needs-run';

/** Every page of findings says of when they are. */
export interface PageProps {
  readonly asOf: BusinessDate;
}

interface IndexedPartProps<Page extends string> {
  readonly title: string;
  readonly pages: readonly [Page, ...Page[]];
  readonly at: Page;
  readonly onTurn: (page: Page) => void;
  readonly wordOf: (page: Page) => string;
  readonly pageOf: Readonly<Record<Page, ComponentType<PageProps>>>;
}

/** A part of what runs have found out, as pages with an index; before the first run, what a run is for. */
export function IndexedPart<Page extends string>(props: IndexedPartProps<Page>) {
  return <NeedsRun>{(asOf) => <Pages {...props} asOf={asOf} />}</NeedsRun>;
}

function Pages<Page extends string>({
  title,
  pages,
  at,
  onTurn,
  wordOf,
  pageOf,
  asOf,
}: IndexedPartProps<Page> & PageProps) {
  const { t } = useTranslation('insights');
  const index = useIndex(pages, { at, open: onTurn });
  return (
    <div className={classes.part}>
      <IndexedPages
        title={title}
        label={t('pages', { part: title })}
        index={index}
        pages={pages.map((name) => {
          const Shown: ComponentType<PageProps> = pageOf[name];
          return { name, word: wordOf(name), page: () => <Shown asOf={asOf} /> };
        })}
      />
    </div>
  );
}
