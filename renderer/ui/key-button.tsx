import { Button, type ButtonProps } from '@mantine/core';
import type { ComponentPropsWithoutRef, Ref } from 'react';
import { KeyCap } from './key-cap';

interface KeyButtonProps extends ButtonProps, Omit<ComponentPropsWithoutRef<'button'>, keyof ButtonProps> {
  /** The key that does the same. */
  readonly cap: string;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A button that shows its key. */
export function KeyButton({ cap, children, ...rest }: KeyButtonProps) {
  return (
    <Button rightSection={<KeyCap>{cap}</KeyCap>} {...rest}>
      {children}
    </Button>
  );
}
