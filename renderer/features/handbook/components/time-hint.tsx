import { useFormat } from '../../../lib/store-context';
import { useRules } from '../api';
import { bandAt } from '../time-band';
import classes from './time-hint.module.css';

/** The hint of the hour, for the counter while nobody is open (S94); nothing outside every band. */
export function TimeHint() {
  const { minute } = useFormat();
  const { data } = useRules();
  const band = bandAt(data?.rules.timeBands ?? [], minute);
  return band === undefined ? null : <p className={classes.hint}>{band.hint}</p>;
}
