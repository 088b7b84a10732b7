import { useHotkeys } from '@mantine/hooks';
import { forgetScanNotice, useScanNotice } from '@renderer/lib/scan-notice';
import { useScanner } from '@renderer/lib/scanner';
import { DigitChoice } from '@renderer/ui/digit-choice';
import { act, cleanup, render } from '@testing-library/react';
import fc from 'fast-check';
import { useState } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CTRL, ENTER, type Key, keysOf, pressKey, pressKeys, TAB, wait } from '../support/keyboard';

// rules, "Lookup": "A scanner is a keyboard: characters arriving under 30 ms apart and ended by Enter are a
// scan wherever the focus is; full-width characters are folded; an IME composition in progress never
// swallows a scan."

const CARD = 'M20260017';
const STX = CTRL('b');
const GS = CTRL(']');
const FORM_FEED = CTRL('l');
const LINE_FEED = CTRL('j');

interface Done {
  readonly onScan: (code: string) => void;
  readonly onCommand: (what: string) => void;
}

/** One of everything that can have the focus, and commands on single keys and control codes. */
function Till({ onScan, onCommand }: Done) {
  const [amount, setAmount] = useState('12');
  const [reason, setReason] = useState('2');
  useScanner(onScan);
  useHotkeys(
    [
      ['mod+L', () => onCommand('lock')],
      ['mod+F', () => onCommand('search')],
    ],
    [],
  );
  useHotkeys([['m', () => onCommand('merge')]]);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onCommand('submit');
      }}
    >
      <input aria-label="amount" value={amount} onChange={(event) => setAmount(event.currentTarget.value)} />
      <textarea aria-label="note" defaultValue="likes it hot" />
      <input aria-label="pin" type="password" maxLength={8} />
      <input aria-label="day" type="date" defaultValue="2026-11-23" />
      <input aria-label="agreed" type="checkbox" onChange={() => onCommand('agree')} />
      <select aria-label="source" defaultValue="event" onChange={() => onCommand('source')}>
        {['Walk-in', 'Mail', '2nd shop', 'event'].map((word) => (
          <option key={word} value={word}>
            {word}
          </option>
        ))}
      </select>
      <button type="button" aria-label="give back" onClick={() => onCommand('button')}>
        give back
      </button>
      <DigitChoice
        label="reason"
        options={[1, 2, 3].map((place) => ({ value: String(place), word: `reason ${place}` }))}
        value={reason}
        onChange={(value) => {
          setReason(value);
          onCommand(`reason ${value}`);
        }}
      />
      {/* biome-ignore lint/a11y/useSemanticElements: text that is edited where it stands */}
      <div
        role="textbox"
        aria-label="sheet"
        contentEditable
        suppressContentEditableWarning
        tabIndex={0}
        // What jsdom does not say of it.
        ref={(sheet) => void Object.assign(sheet ?? {}, { isContentEditable: true })}
      >
        words
      </div>
      <input aria-label="card" maxLength={20} data-takes-scan="" />
    </form>
  );
}

const PLACES = [
  'amount',
  'note',
  'pin',
  'day',
  'agreed',
  'source',
  'give back',
  'reason',
  'sheet',
  'nothing',
] as const;
type Place = (typeof PLACES)[number];

const elementAt = (place: Place | 'card'): HTMLElement => {
  if (place === 'nothing') return document.body;
  const found = place === 'reason' ? 'input[type="radio"]:checked' : `[aria-label="${place}"]`;
  const element = document.querySelector<HTMLElement>(found);
  if (element === null) throw new Error(`there is no ${place}`);
  return element;
};

/** What the page holds: every field, and where the focus is. */
function state(): unknown {
  const fields = [...document.querySelectorAll('input, textarea, select')].map((field) =>
    field instanceof HTMLInputElement && (field.type === 'checkbox' || field.type === 'radio')
      ? field.checked
      : (field as HTMLInputElement).value,
  );
  return { fields, sheet: elementAt('sheet').textContent, focus: document.activeElement };
}

function aTill(place: Place = 'amount') {
  const done = { onScan: vi.fn(), onCommand: vi.fn() };
  render(<Till {...done} />);
  const at = elementAt(place);
  if (place === 'nothing') (document.activeElement as HTMLElement | null)?.blur();
  else at.focus();
  if (at instanceof HTMLTextAreaElement) at.setSelectionRange(at.value.length, at.value.length);
  return { ...done, at, before: state() };
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  wait(100);
  vi.useRealTimers();
  forgetScanNotice();
});

/** How scanners are set: what goes before the code, what after it. */
const SETTINGS: readonly (readonly [name: string, before: readonly Key[], after: readonly Key[]])[] = [
  ['Enter', [], [ENTER]],
  ['Tab', [], [TAB]],
  ['Tab and Enter', [], [TAB, ENTER]],
  ['CR LF', [], [ENTER, LINE_FEED]],
  ['Enter twice', [], [ENTER, ENTER]],
  ['STX and ETX', [STX], [CTRL('c')]],
  ['STX and Enter', [STX], [ENTER]],
  ['form feed and Enter', [FORM_FEED], [ENTER]],
  ['Tab before, Enter after', [TAB], [ENTER]],
  ['AIM identifier', keysOf(']C1'), [ENTER]],
];

describe.each(PLACES)('the focus in: %s', (place) => {
  it.each(SETTINGS)('set to %s, at 1 to 5 ms a key: one scan, and nothing else', (_name, first, last) => {
    const { onScan, onCommand, before } = aTill(place);
    for (const gap of [1, 3, 5]) {
      onScan.mockClear();
      pressKeys([...first, ...keysOf(CARD), ...last], gap);
      wait(60);
      expect(onScan).toHaveBeenCalledExactlyOnceWith(CARD);
    }
    expect(onCommand).not.toHaveBeenCalled();
    expect(state()).toEqual(before);
  });
});

it('Tab, GS and control codes anywhere in a burst count for nothing', () => {
  const character = fc
    .integer({ min: 0x20, max: 0x7e })
    .map((code): Key => ({ key: String.fromCharCode(code) }));
  const code = fc.constantFrom('a', 'b', 'c', 'f', 'j', 'l', 'm', ']', '\\', '^').map(CTRL);
  const noise = fc.oneof(fc.constant(TAB), fc.constant(GS), code);
  const burst = fc
    .tuple(
      fc.constantFrom(...'0123456789ABCMQx'),
      fc.array(fc.oneof({ weight: 3, arbitrary: character }, noise), { maxLength: 24 }),
    )
    // A code begins and ends with what is no space, and is no AIM identifier nor a full-width spelling.
    .map(([first, rest]): Key[] => [{ key: first }, ...rest, ...keysOf('-A1b2/Z')]);
  fc.assert(
    fc.property(
      burst,
      fc.constantFrom(...PLACES),
      fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 5 }),
      (keys, place, gaps) => {
        cleanup();
        const { onScan, onCommand, before } = aTill(place);
        keys.forEach((key, at) => {
          pressKey(key, gaps[at % gaps.length] ?? 1);
        });
        pressKey(ENTER, 2);
        wait(60);
        const printed = keys.filter(({ ctrlKey, key }) => ctrlKey !== true && key !== 'Tab');
        expect(onScan).toHaveBeenCalledExactlyOnceWith(printed.map(({ key }) => key).join(''));
        expect(onCommand).not.toHaveBeenCalled();
        expect(state()).toEqual(before);
      },
    ),
    { numRuns: 40 },
  );
});

describe('a person is no scanner', () => {
  it.each([45, 60, 120])('every key %d ms apart, with Enter', (gap) => {
    const { onScan, onCommand, at } = aTill();
    pressKeys([...keysOf('13800001111'), ENTER], gap);
    expect(onScan).not.toHaveBeenCalled();
    expect(onCommand).toHaveBeenCalledExactlyOnceWith('submit');
    expect(at).toHaveProperty('value', '1213800001111');
  });

  it('keys that roll over each other two by two are written in their order', () => {
    const { onScan, at } = aTill('note');
    for (const two of ['12', '34', '56', '78']) {
      pressKeys(keysOf(two), 12);
      wait(60);
    }
    expect(at).toHaveProperty('value', 'likes it hot12345678');
    pressKey(ENTER, 80);
    expect(onScan).not.toHaveBeenCalled();
  });

  it('two keys at once and Tab: both are written before the focus goes on', () => {
    const { at } = aTill('amount');
    pressKeys([...keysOf('34'), TAB], 12);
    expect(at).toHaveProperty('value', '1234');
    expect(document.activeElement).toBe(elementAt('note'));
  });

  it('reads a number that was typed at once before pressing Enter: no scan, and nothing is lost', () => {
    const { onScan, onCommand, at } = aTill();
    pressKeys(keysOf('6901234567892'), 8);
    wait(400);
    expect(at).toHaveProperty('value', '126901234567892');
    pressKey(ENTER, 1);
    expect(onCommand).toHaveBeenCalledExactlyOnceWith('submit');
    expect(onScan).not.toHaveBeenCalled();
  });

  it('single keys work: a choice by its digit, a letter, a list, Space, a command, 30 ms later at most', () => {
    const { onCommand } = aTill('reason');
    pressKey({ key: '3' }, 100);
    expect(onCommand).not.toHaveBeenCalled();
    wait(30);
    expect(onCommand).toHaveBeenLastCalledWith('reason 3');
    elementAt('give back').focus();
    pressKey({ key: 'm' }, 100);
    wait(30);
    expect(onCommand).toHaveBeenLastCalledWith('merge');
    pressKey(FORM_FEED, 100);
    wait(30);
    expect(onCommand).toHaveBeenLastCalledWith('lock');
    elementAt('source').focus();
    pressKey({ key: 'W' }, 100);
    wait(30);
    expect(elementAt('source')).toHaveProperty('value', 'Walk-in');
    elementAt('agreed').focus();
    pressKey({ key: ' ' }, 100);
    wait(30);
    expect(elementAt('agreed')).toHaveProperty('checked', true);
    elementAt('sheet').focus();
    pressKey({ key: '!' }, 100);
    wait(30);
    expect(elementAt('sheet').textContent).toBe('words!');
  });

  it('need not wait for it with the finger on the key', () => {
    const { onCommand } = aTill('reason');
    pressKey({ key: '3' }, 200); // let go 50 ms later
    expect(onCommand).toHaveBeenLastCalledWith('reason 3');
  });

  it('holds a key down: it repeats, however fast', () => {
    const { onScan, at } = aTill();
    pressKey({ key: '0' }, 100);
    pressKeys(
      Array.from({ length: 12 }, () => ({ key: '0', repeat: true })),
      15,
    );
    pressKey(ENTER, 15);
    expect(at).toHaveProperty('value', `12${'0'.repeat(13)}`);
    expect(onScan).not.toHaveBeenCalled();
  });
});

describe('an input method', () => {
  const held = (code: string, shiftKey = false): Key => ({
    key: 'Process',
    code,
    shiftKey,
    isComposing: true,
    keyCode: 229,
  });

  it('that holds the characters back is read by their keys', () => {
    const { onScan, onCommand } = aTill();
    const keys = ['KeyA', 'KeyB', 'Digit1', 'Digit2', 'Numpad3', 'Minus', 'Slash'].map((code) => held(code));
    pressKeys([...keys, held('KeyZ', true), held('Enter')], 4);
    expect(onScan).toHaveBeenCalledExactlyOnceWith('ab123-/Z');
    expect(onCommand).not.toHaveBeenCalled();
  });

  it('that has written full-width characters: they are folded', () => {
    const { onScan } = aTill();
    pressKeys([...keysOf('Ｍ２０２６－００１'), ENTER], 4);
    expect(onScan).toHaveBeenCalledExactlyOnceWith('M2026-001');
  });

  it('words are no code', () => {
    const { onScan, at } = aTill('note');
    pressKeys([...keysOf('要热少糖靠窗坐'), ENTER], 5);
    expect(onScan).not.toHaveBeenCalled();
    expect(at).toHaveProperty('value', 'likes it hot要热少糖靠窗坐');
  });
});

describe('a field that takes codes', () => {
  const theCard = () => elementAt('card') as HTMLInputElement;

  it('has the code in the place of what stood there; its Enter confirms nothing', () => {
    const { onScan, onCommand } = aTill();
    theCard().focus();
    pressKeys([...keysOf('OLD'), ENTER], 60);
    onCommand.mockClear();
    pressKeys([STX, ...keysOf('VIP-0001234'), TAB, ENTER], 5);
    expect(theCard().value).toBe('VIP-0001234');
    expect(document.activeElement).toBe(theCard());
    expect(onScan).not.toHaveBeenCalled();
    expect(onCommand).not.toHaveBeenCalled();
  });

  it.each([
    ['a code that pays', '134620815577930142'],
    ['a coupon', 'Q0000000000000'],
  ])('does not keep %s', (_what, code) => {
    const { onScan } = aTill();
    theCard().focus();
    pressKeys([...keysOf(code), ENTER], 5);
    expect(theCard().value).toBe('');
    expect(onScan).toHaveBeenCalledExactlyOnceWith(code);
  });

  it('is not given half of a code that is longer than it', () => {
    aTill();
    theCard().focus();
    pressKeys([...keysOf('https://example.test/a-page'), ENTER], 5);
    expect(theCard().value).toBe('');
    expect(useScanNotice.getState().said).toBe('too_long');
  });
});

it('a code that pays stays nowhere, even of a scanner that ends its codes with nothing', () => {
  const { onScan, before } = aTill('note');
  pressKeys(keysOf('281234567890123456'), 5);
  wait(60);
  expect(onScan).toHaveBeenCalledExactlyOnceWith('281234567890123456');
  expect(state()).toEqual(before);
});

it('keys that a busy machine brings late are told by when they were pressed', () => {
  const { onScan, onCommand, before } = aTill('amount');
  for (const key of [...keysOf(CARD), ENTER]) {
    pressKey(key, 3);
    act(() => void vi.advanceTimersByTime(40)); // the next one is still on its way
  }
  expect(onScan).toHaveBeenCalledExactlyOnceWith(CARD);
  expect(onCommand).not.toHaveBeenCalled();
  expect(state()).toEqual(before);
});

it('two codes in one go are two scans', () => {
  const { onScan, before } = aTill();
  pressKeys([...keysOf('AAA111'), ENTER, ...keysOf('BBB222'), ENTER], 3);
  expect(onScan.mock.calls).toEqual([['AAA111'], ['BBB222']]);
  expect(state()).toEqual(before);
});
