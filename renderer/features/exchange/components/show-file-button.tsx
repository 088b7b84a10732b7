import { Button, type ButtonProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useShowFile } from '../api';

interface ShowFileButtonProps extends ButtonProps {
  readonly path: string;
  readonly children: string;
}

/** Shows a file or folder in the system's own file manager, or says that it is no longer there. */
export function ShowFileButton({ path, children, ...rest }: ShowFileButtonProps) {
  const { t } = useTranslation('exchange');
  const show = useShowFile();
  if (show.now.state === 'refused') {
    return (
      <span role="alert" className="quiet">
        {t('done.show_gone')}
      </span>
    );
  }
  return (
    <Button variant="default" size="compact-sm" {...rest} onClick={() => void show.run({ path })}>
      {children}
    </Button>
  );
}
