import { useTranslation } from 'react-i18next';
import type { Desk } from '../../../lib/desk';
import { Cover } from '../../../ui/cover';
import { FaultLine } from '../../../ui/fault-line';
import { useTryAs } from '../api';
import { WhoStep } from './who-step';

interface TryRolesProps {
  readonly desk: Desk;
  readonly onDone: () => void;
}

/** The sample store has no PINs: one looks around as whoever one likes. */
export function TryRoles({ desk, onDone }: TryRolesProps) {
  const { t } = useTranslation('staff');
  const tryAs = useTryAs();
  const take = async (staffId: string) => {
    const end = await tryAs.run({ staffId });
    if (end.state === 'done') onDone();
  };
  return (
    <Cover label={t('try.title')} hides="dimmed">
      <WhoStep
        title={t('try.title')}
        about={t('try.about')}
        people={desk.people}
        lastId={desk.staff?.id ?? null}
        onTake={({ id }) => void take(id)}
        onBack={onDone}
      />
      {tryAs.now.state === 'fault' ? <FaultLine mishap={tryAs.now.mishap} /> : null}
    </Cover>
  );
}
