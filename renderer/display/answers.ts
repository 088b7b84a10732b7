import { callThrough } from '@contract/calling';
import type { Outcome } from '@contract/rpc';
import { useQuery } from '@tanstack/react-query';
import type { Answered, AskedWith, EndpointOf } from '../lib/rooms';

const calls = callThrough((channel, payload) => window.shuke.invoke(channel, payload));

// What main answers this window; it refuses everything else, so nothing else is named here.
const customerView = () =>
  calls.query('display.customerView', {}) as Promise<Answered<'display', 'customerView'>>;
const preferences = () =>
  calls.query('settings.preferences', {}) as Promise<Answered<'settings', 'preferences'>>;
export const answerConsent = (input: AskedWith<'display', 'answerConsent'>) =>
  calls.act('display.answerConsent', input) as Promise<Outcome<EndpointOf<'display', 'answerConsent'>>>;
export const answerSurvey = (input: AskedWith<'display', 'answerSurvey'>) =>
  calls.act('display.answerSurvey', input) as Promise<Outcome<EndpointOf<'display', 'answerSurvey'>>>;

// The keys are those of the counter's page, so that `data-changed` touches the same answers.
export const useCustomerView = () =>
  useQuery({ queryKey: ['display', 'customerView'], queryFn: customerView });
export const useLook = () => useQuery({ queryKey: ['settings', 'preferences'], queryFn: preferences });
