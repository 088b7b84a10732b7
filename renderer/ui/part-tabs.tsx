import { NativeSelect, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { useHotkeys, useMediaQuery } from '@mantine/hooks';
import { IconLock } from '@tabler/icons-react';
import { useId } from 'react';
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

/** So many stand in two lines of the dock, in either language; more would push the part itself away. */
const MOST_IN_DOCK = 4;

/** The parts of a screen: on every screen Alt and the place of a part turn to it, the F keys act within it. */
export function PartTabs<Part extends string>(props: PartTabsProps<Part>) {
  const { parts, onChoose } = props;
  const isDock = useMediaQuery('(max-width: 480px)', false, { getInitialValueInEffect: false });
  // In fields, too: none of these keys writes a character.
  useHotkeys(
    parts.map(({ part }, place) => [keyOf(place), () => onChoose(part)]),
    [],
  );
  return isDock && parts.length > MOST_IN_DOCK ? <PartList {...props} /> : <Tabs {...props} />;
}

function Tabs<Part extends string>({ label, parts, chosen, onChoose }: PartTabsProps<Part>) {
  const { t } = useTranslation('common');
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

/** Many parts in the dock: one line that says which is open; its list has every part with its key. */
function PartList<Part extends string>({ label, parts, chosen, onChoose }: PartTabsProps<Part>) {
  const { t } = useTranslation('common');
  const field = useId();
  return (
    <div className={classes.list}>
      <label htmlFor={field}>
        <KeyCap>{`Alt+1–${parts.length}`}</KeyCap>
        <VisuallyHidden>{label}</VisuallyHidden>
      </label>
      <NativeSelect
        id={field}
        className={classes.choice ?? ''}
        aria-keyshortcuts={parts.map((_, place) => keyOf(place)).join(' ')}
        value={chosen}
        onChange={({ currentTarget }) => {
          const picked = parts[currentTarget.selectedIndex];
          if (picked !== undefined) onChoose(picked.part);
        }}
      >
        {parts.map(({ part, word, closed }, place) => (
          <option key={part} value={part}>
            {`${place + 1}  ${closed === true ? t('part.closed', { part: word }) : word}`}
          </option>
        ))}
      </NativeSelect>
    </div>
  );
}
