import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Awaited } from '../../../ui/awaited';
import { Bones } from '../../../ui/bones';
import { type ListedMember, useFilled, useLatestMembers } from '../api';
import classes from './example.module.css';
import { SelectField } from './select-field';

const TYPING_MS = 150;

/** The script as it would read for somebody real, chosen among the last customers. */
export function ScriptPreview({ text }: { readonly text: string }) {
  const { t } = useTranslation('settings');
  const members = useLatestMembers();
  const [chosen, setChosen] = useState<string | null>(null);
  return (
    <aside className={classes.example} aria-label={t('scripts.preview')}>
      <Awaited of={members} skeleton={<Bones rows={3} height={20} />}>
        {({ rows }) => {
          const member = rows.find(({ id }) => id === chosen) ?? rows[0];
          if (member === undefined) return <p className="quiet">{t('scripts.nobody')}</p>;
          return (
            <>
              <SelectField
                label={t('scripts.for')}
                value={member.id}
                options={rows.map(optionOf)}
                onChange={setChosen}
              />
              <FilledText memberId={member.id} text={text} />
            </>
          );
        }}
      </Awaited>
    </aside>
  );
}

const optionOf = ({ id, name, phoneMasked }: ListedMember) => ({
  value: id,
  label: `${name} ${phoneMasked}`.trim(),
});

function FilledText({ memberId, text }: { readonly memberId: string; readonly text: string }) {
  const { t } = useTranslation('settings');
  const [settled] = useDebouncedValue(text, TYPING_MS);
  const filled = useFilled(memberId, settled);
  return (
    <Awaited of={filled} skeleton={<Bones rows={3} height={20} />}>
      {({ text: said, missing }) => (
        <>
          <p className={classes.filled} data-selectable>
            {said}
          </p>
          {missing.length === 0 ? null : (
            <p className="quiet">{t('scripts.missing', { names: missing.join(t('list')) })}</p>
          )}
        </>
      )}
    </Awaited>
  );
}
