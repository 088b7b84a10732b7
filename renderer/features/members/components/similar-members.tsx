import { Button } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { RefusalFor } from '../../../lib/use-command';
import { KeyButton } from '../../../ui/key-button';
import classes from './identity-fields.module.css';

type Similar = Extract<RefusalFor<'members', 'signUp'>, { code: 'similar_exists' }>['params']['members'];

interface SimilarMembersProps {
  readonly members: Similar;
  readonly onOpen: (memberId: string) => void;
  readonly onDistinct: () => void;
}

/** Perhaps this person is a member already: the cashier looks, and decides. */
export function SimilarMembers({ members, onOpen, onDistinct }: SimilarMembersProps) {
  const { t } = useTranslation('members');
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), []);
  useHotkeys([['mod+Enter', onDistinct]], []);
  return (
    <div className={classes.box} role="alert">
      <p>{t('similar.title')}</p>
      {members.map((member, index) => (
        <Button
          key={member.id}
          ref={index === 0 ? first : undefined}
          variant="default"
          size="xs"
          justify="space-between"
          onClick={() => onOpen(member.id)}
          rightSection={<span className="quiet">{t(`similar.${member.why}`)}</span>}
        >
          {member.name} {member.phoneMasked}
        </Button>
      ))}
      <KeyButton cap="Ctrl+Enter" variant="subtle" size="xs" onClick={onDistinct}>
        {t('similar.distinct')}
      </KeyButton>
    </div>
  );
}
