import { UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { KeyCap } from '../../ui/key-cap';
import classes from './loyalty-screen.module.css';
import { PARTS, type Part, show } from './loyalty-state';

/** The two parts of the screen, each with its key. */
export function PartTabs({ chosen }: { readonly chosen: Part }) {
  const { t } = useTranslation('common');
  return (
    <div className={classes.tabs} role="toolbar" aria-label={t('loyalty.title')}>
      {PARTS.map(({ part, key }) => (
        <UnstyledButton
          key={part}
          className={classes.tab}
          aria-pressed={part === chosen}
          aria-keyshortcuts={key}
          onClick={() => show(part)}
        >
          <KeyCap>{key}</KeyCap>
          {t(`loyalty.${part}`)}
        </UnstyledButton>
      ))}
    </div>
  );
}
