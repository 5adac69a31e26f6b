/** A time in UTC as a name of a folder, which sorts by it: 2026-11-24T10-15-00Z. */
export const nameOfTime = (time: Date): string => `${time.toISOString().slice(0, 19).replaceAll(':', '-')}Z`;
