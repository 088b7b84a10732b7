import type { TimeBand } from '@domain/settings/shop-rules';

/** The band of the day that a minute after midnight lies in (S94); its end no longer does. */
export const bandAt = (bands: readonly TimeBand[], minute: number): TimeBand | undefined =>
  bands.find(({ from, to }) => from <= minute && minute < to);
