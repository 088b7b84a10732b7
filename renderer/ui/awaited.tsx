import type { UseQueryResult } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { FaultLine } from './fault-line';

interface AwaitedProps<T> {
  readonly of: UseQueryResult<T, Error>;
  /** Of the same shape as the answer; shown only when waiting takes longer than 150 ms. */
  readonly skeleton?: ReactNode;
  /** True when the answer holds nothing to show. */
  readonly isEmpty?: (data: T) => boolean;
  readonly empty?: ReactNode;
  readonly children: (data: T) => ReactNode;
}

/** The four states of everything awaited: loading, fault with a way out, empty, and the answer. */
export function Awaited<T>({ of, skeleton, isEmpty, empty, children }: AwaitedProps<T>) {
  if (of.data !== undefined) {
    return isEmpty?.(of.data) === true ? empty : children(of.data);
  }
  if (of.isError) return <FaultLine error={of.error} onRetry={() => void of.refetch()} />;
  return <AfterAMoment>{skeleton}</AfterAMoment>;
}

/** Under 150 ms nothing is shown: a flicker is worse than a short wait. */
export function AfterAMoment({ children }: { readonly children: ReactNode }) {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), 150);
    return () => clearTimeout(timer);
  }, []);
  return shown ? children : null;
}
