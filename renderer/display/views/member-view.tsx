import { useTranslation } from 'react-i18next';
import { whole } from '../../lib/format';
import classes from '../display.module.css';
import { Head } from './head';

interface MemberViewProps {
  readonly store: string;
  readonly member: { readonly name: string; readonly phone: string };
  readonly balance: number;
}

/** The customer sees that they were found, and what they have. */
export function MemberView({ store, member, balance }: MemberViewProps) {
  const { t } = useTranslation('display');
  return (
    <>
      <Head store={store} />
      <div className={classes.centre}>
        <h1 className={classes.greeting}>
          {t('member.hello')} <span>{member.name}</span>
        </h1>
        <p className={classes.quiet}>{member.phone}</p>
        <p className={classes.standing}>
          {t('member.balance')} <strong>{whole(balance)}</strong>
        </p>
      </div>
    </>
  );
}
