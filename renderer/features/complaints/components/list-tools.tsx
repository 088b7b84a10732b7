import { SegmentedControl, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { Which } from '../api';
import classes from './list-tools.module.css';

const STATES = ['open', 'closed', 'all'] as const;

interface ListToolsProps {
  readonly which: Which;
  readonly onWhich: (which: Which) => void;
  readonly text: string;
  readonly onText: (text: string) => void;
  /** Arrow down leaves the search for the rows. */
  readonly onDown: () => void;
  readonly searchRef: Ref<HTMLInputElement>;
}

export function ListTools({ which, onWhich, text, onText, onDown, searchRef }: ListToolsProps) {
  const { t } = useTranslation('complaints');
  return (
    <div className={classes.tools}>
      <TextInput
        ref={searchRef}
        className={classes.search}
        aria-label={t('list.search')}
        placeholder={t('list.search_hint')}
        leftSection={<IconSearch size={16} aria-hidden="true" />}
        maxLength={64}
        value={text}
        onChange={(event) => onText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') {
            event.preventDefault();
            onDown();
          } else if (event.key === 'Escape' && text !== '') {
            event.stopPropagation();
            onText('');
          }
        }}
      />
      <SegmentedControl<Which>
        aria-label={t('list.filter')}
        data={STATES.map((value) => ({ value, label: t(`list.${value}`) }))}
        value={which}
        onChange={onWhich}
        transitionDuration={0}
      />
    </div>
  );
}
