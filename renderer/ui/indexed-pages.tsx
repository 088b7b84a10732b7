import { Tabs } from '@mantine/core';
import type { ReactNode } from 'react';
import type { useIndex } from '../lib/use-index';
import classes from './indexed-pages.module.css';

interface IndexedPagesProps<Name extends string> {
  readonly title: string;
  /** What the index is called to who cannot see it. */
  readonly label: string;
  readonly pages: readonly {
    readonly name: Name;
    readonly word: ReactNode;
    readonly page: () => ReactNode;
  }[];
  readonly index: Pick<ReturnType<typeof useIndex<Name>>, 'at' | 'open' | 'list' | 'isNarrow'>;
}

/** A screen of many pages: the index at the left, above it where the window is narrow. */
export function IndexedPages<Name extends string>({ title, label, pages, index }: IndexedPagesProps<Name>) {
  return (
    <Tabs
      value={index.at}
      onChange={(name) => {
        const chosen = pages.find((page) => page.name === name);
        if (chosen !== undefined) index.open(chosen.name);
      }}
      orientation={index.isNarrow ? 'horizontal' : 'vertical'}
      keepMounted={false}
      variant="pills"
      classNames={{
        root: classes.tabs ?? '',
        list: classes.index ?? '',
        tab: classes.tab ?? '',
        tabLabel: classes.tabLabel ?? '',
        panel: classes.page ?? '',
      }}
    >
      <div className={classes.side}>
        <h1 className={classes.title}>{title}</h1>
        <Tabs.List aria-label={label} ref={index.list}>
          {pages.map(({ name, word }) => (
            <Tabs.Tab key={name} value={name}>
              {word}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </div>
      {pages.map(({ name, page }) => (
        <Tabs.Panel key={name} value={name}>
          {page()}
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
