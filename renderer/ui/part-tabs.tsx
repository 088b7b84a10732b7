import { UnstyledButton } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { KeyCap } from './key-cap';
import classes from './part-tabs.module.css';

interface PartTabsProps<Part extends string> {
  /** What the parts belong to: the title of the screen. */
  readonly label: string;
  readonly parts: readonly { readonly part: Part; readonly word: string }[];
  readonly chosen: Part;
  readonly onChoose: (part: Part) => void;
}

const keyOf = (place: number): string => `Alt+${place + 1}`;

/** The parts of a screen: on every screen Alt and the place of a part turn to it, the F keys act within it. */
export function PartTabs<Part extends string>({ label, parts, chosen, onChoose }: PartTabsProps<Part>) {
  // In fields, too: none of these keys writes a character.
  useHotkeys(
    parts.map(({ part }, place) => [keyOf(place), () => onChoose(part)]),
    [],
  );
  return (
    <div className={classes.tabs} role="toolbar" aria-label={label}>
      {parts.map(({ part, word }, place) => (
        <UnstyledButton
          key={part}
          className={classes.tab}
          aria-pressed={part === chosen}
          aria-keyshortcuts={keyOf(place)}
          onClick={() => onChoose(part)}
        >
          <KeyCap>{keyOf(place)}</KeyCap>
          {word}
        </UnstyledButton>
      ))}
    </div>
  );
}
