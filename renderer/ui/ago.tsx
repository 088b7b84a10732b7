import type { BusinessDate } from '@domain/units';
import { useFormat } from '../lib/store-context';

/** `昨天`, with the date itself on hover. */
export function Ago({ date }: { readonly date: BusinessDate }) {
  const format = useFormat();
  return (
    <time dateTime={date} title={format.date(date)}>
      {format.daysAgo(date)}
    </time>
  );
}
