import { DisplayControls } from '../../features/display/components/display-controls';
import { DockControls } from '../../features/dock/components/dock-controls';
import { BeginPractice } from '../../features/practice/components/begin-practice';
import { SettingsScreen } from '../../features/settings/screens/settings-screen';

/** Settings of other features take their place among the shop's own. */
export const SettingsPage = () => (
  <SettingsScreen practice={<BeginPractice />} display={<DisplayControls />} dock={<DockControls />} />
);
