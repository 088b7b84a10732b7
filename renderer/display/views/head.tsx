import classes from '../display.module.css';

interface HeadProps {
  readonly store: string;
  readonly member?: { readonly name: string; readonly phone: string };
}

/** Where one is, and who one is taken for: surname and masked phone. */
export const Head = ({ store, member }: HeadProps) => (
  <header className={classes.head}>
    <span className={classes.store}>{store}</span>
    {member === undefined ? null : (
      <span className={classes.who}>
        <span>{member.name}</span> <span>{member.phone}</span>
      </span>
    )}
  </header>
);
