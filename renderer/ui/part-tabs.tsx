import { UnstyledButton } from '@mantine/core';
import { KeyCap } from './key-cap';
import classes from './part-tabs.module.css';

interface PartTabsProps<Part extends string> {
  /** What the parts belong to: the title of the screen. */
  readonly label: string;
  readonly parts: readonly { readonly part: Part; readonly key: string; readonly word: string }[];
  readonly chosen: Part;
  readonly onChoose: (part: Part) => void;
}

/** The parts of a screen, each with its key; the screen itself listens for the keys. */
export function PartTabs<Part extends string>({ label, parts, chosen, onChoose }: PartTabsProps<Part>) {
  return (
    <div className={classes.tabs} role="toolbar" aria-label={label}>
      {parts.map(({ part, key, word }) => (
        <UnstyledButton
          key={part}
          className={classes.tab}
          aria-pressed={part === chosen}
          aria-keyshortcuts={key}
          onClick={() => onChoose(part)}
        >
          <KeyCap>{key}</KeyCap>
          {word}
        </UnstyledButton>
      ))}
    </div>
  );
}
