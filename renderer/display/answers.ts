import { displayRoom } from '@contract/display';
import { createClient } from '@contract/rpc';
import { settingsRoom } from '@contract/settings';
import { useQuery } from '@tanstack/react-query';

/** What main answers this window; it refuses everything else, so nothing else is named here. */
const rooms = {
  display: {
    customerView: displayRoom.customerView,
    answerConsent: displayRoom.answerConsent,
    answerSurvey: displayRoom.answerSurvey,
  },
  settings: { preferences: settingsRoom.preferences },
};
const client = createClient(rooms, (channel, payload) => window.shuke.invoke(channel, payload));

// The keys are those of the counter's page, so that `data-changed` touches the same answers.
export const useCustomerView = () =>
  useQuery({ queryKey: ['display', 'customerView'], queryFn: () => client.display.customerView({}) });
export const useLook = () =>
  useQuery({ queryKey: ['settings', 'preferences'], queryFn: () => client.settings.preferences({}) });

export const answerConsent = client.display.answerConsent;
export const answerSurvey = client.display.answerSurvey;
