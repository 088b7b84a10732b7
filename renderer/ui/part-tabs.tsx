import { UnstyledButton } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { KeyCap } from './key-cap';
import classes from './part-tabs.module.css';

interface PartTab<Part extends string> {
  readonly part: Part;
  readonly word: string;
  /** Whoever is signed in may not see it, and reads so there. */
  readonly closed?: boolean;
}

interface PartTabsProps<Part extends string> {
  /** What the parts belong to: the title of the screen. */
  readonly label: string;
  readonly parts: readonly PartTab<Part>[];
  readonly chosen: Part;
  readonly onChoose: (part: Part) => void;
}

const keyOf = (place: number): string => `Alt+${place + 1}`;

/** The parts of a screen: on every screen Alt and the place of a part turn to it, the F keys act within it. */
export function PartTabs<Part extends string>({ label, parts, chosen, onChoose }: PartTabsProps<Part>) {
  const { t } = useTranslation('common');
  // In fields, too: none of these keys writes a character.
  useHotkeys(
    parts.map(({ part }, place) => [keyOf(place), () => onChoose(part)]),
    [],
  );
  return (
    <div className={classes.tabs} role="toolbar" aria-label={label}>
      {parts.map(({ part, word, closed }, place) => (
        <UnstyledButton
          key={part}
          className={classes.tab}
          aria-pressed={part === chosen}
          aria-keyshortcuts={keyOf(place)}
          onClick={() => onChoose(part)}
        >
          <KeyCap>{keyOf(place)}</KeyCap>
          {word}
          {closed === true ? <IconLock size={14} stroke={1.8} aria-label={t('may.closed')} /> : null}
        </UnstyledButton>
      ))}
    </div>
  );
}
