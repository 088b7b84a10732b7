import { useScanner } from '@renderer/lib/scanner';
import { fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { expect, it, vi } from 'vitest';

let clock = 1000;
/** One key at its time; the browser would write the character if nobody forbids it. */
function key(target: HTMLElement, init: KeyboardEventInit & { keyCode?: number }, gap: number): boolean {
  clock += gap;
  const event = new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init });
  Object.defineProperty(event, 'timeStamp', { value: clock });
  if (init.keyCode !== undefined) Object.defineProperty(event, 'keyCode', { value: init.keyCode });
  const allowed = target.dispatchEvent(event);
  if (allowed && init.key?.length === 1 && target instanceof HTMLInputElement && init.isComposing !== true) {
    fireEvent.change(target, { target: { value: target.value + init.key } });
  }
  return allowed;
}
const type = (target: HTMLElement, text: string, gap: number) => {
  for (const character of text) key(target, { key: character }, gap);
};

function Till({ onScan }: { readonly onScan: (code: string) => void }) {
  const [amount, setAmount] = useState('12');
  useScanner(onScan, (code) => code.startsWith('28'));
  return (
    <>
      <input aria-label="amount" value={amount} onChange={(event) => setAmount(event.currentTarget.value)} />
      <input aria-label="card" data-takes-scan="" />
    </>
  );
}
function aTill() {
  const onScan = vi.fn();
  render(<Till onScan={onScan} />);
  return {
    onScan,
    amount: screen.getByLabelText<HTMLInputElement>('amount'),
    card: screen.getByLabelText<HTMLInputElement>('card'),
  };
}

it('is a scan wherever the focus is, and leaves the field as it was', () => {
  const { onScan, amount } = aTill();
  type(amount, '6901234567892', 8);
  expect(amount.value).toBe('126901234567892');
  expect(key(amount, { key: 'Enter' }, 8)).toBe(false);
  expect(onScan).toHaveBeenCalledExactlyOnceWith('6901234567892');
  expect(amount.value).toBe('12');
});

it('is no scan when a person types, however fast', () => {
  const { onScan, amount } = aTill();
  type(amount, '13800001111', 45);
  expect(key(amount, { key: 'Enter' }, 45)).toBe(true);
  expect(onScan).not.toHaveBeenCalled();
});

it('is no scan when Enter comes later: a person has read the number first', () => {
  const { onScan, amount } = aTill();
  type(amount, '6901234567892', 8);
  expect(key(amount, { key: 'Enter' }, 400)).toBe(true);
  expect(onScan).not.toHaveBeenCalled();
});

it('stays in a field that takes codes, and its Enter confirms nothing', () => {
  const { onScan, card } = aTill();
  type(card, 'VIP-0001234', 5);
  expect(key(card, { key: 'Enter' }, 5)).toBe(false);
  expect(onScan).not.toHaveBeenCalled();
  expect(card.value).toBe('VIP-0001234');
});

it('is read through an input method that holds the characters back', () => {
  const { onScan, amount } = aTill();
  const held = { key: 'Process', isComposing: true, keyCode: 229 };
  for (const code of ['KeyA', 'KeyB', 'Digit1', 'Digit2', 'Numpad3', 'Digit4'])
    key(amount, { ...held, code }, 6);
  key(amount, { ...held, code: 'Enter' }, 6);
  expect(onScan).toHaveBeenCalledExactlyOnceWith('AB1234');
});

it('folds full-width characters', () => {
  const { onScan, amount } = aTill();
  type(amount, '１２３４５６', 6);
  key(amount, { key: 'Enter' }, 6);
  expect(onScan).toHaveBeenCalledExactlyOnceWith('123456');
});

it('a code that must not be kept does not stay in any field', () => {
  const { onScan, card } = aTill();
  type(card, '281234567890123456', 5);
  key(card, { key: 'Enter' }, 5);
  expect(card.value).toBe('');
  expect(onScan).toHaveBeenCalledOnce();
});
