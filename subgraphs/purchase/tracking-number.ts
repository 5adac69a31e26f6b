import { randomInt } from 'node:crypto';

/** A tracking number as the simulated courier makes them: BK and twelve digits. */
export const newTrackingNumber = (): string => `BK${String(randomInt(1e12)).padStart(12, '0')}`;
