import { MantineProvider } from '@mantine/core';
import { FaultLine } from '@renderer/ui/fault-line';
import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { words } from '../support/window';

const said = (denial: Parameters<typeof FaultLine>[0]['mishap']) => {
  render(
    <MantineProvider>
      <FaultLine {...(denial === undefined ? {} : { mishap: denial })} />
    </MantineProvider>,
  );
  return screen.getByRole('alert').textContent;
};

it.each([
  [{ code: 'not_allowed', role: 'manager' }, 'denied.not_allowed.manager'],
  [{ code: 'approval_needed', role: 'owner' }, 'denied.approval_needed.owner'],
  [{ code: 'locked' }, 'denied.locked'],
  [{ code: 'clock_back' }, 'denied.clock_back'],
  [{ code: 'too_many' }, 'denied.too_many'],
] as const)('rules, Staff: %o says who may, or what to do', (denial, key) => {
  expect(said({ kind: 'denied', denial })).toBe(words(key));
});

it('a fault still names its reference', () => {
  expect(said({ kind: 'bug', reference: 'K3F9' })).toBe(
    `${words('fault.bug')} ${words('fault.reference', { reference: 'K3F9' })}`,
  );
});
