import { beforeScrape } from './before-scrape.ts';
import { gauge } from './instruments.ts';

const age = gauge(
  'revocations_age_seconds',
  'How old what this process knows of ended sessions is: the time since auth was last asked and answered, or since the start.',
);

/** Tells how old, in seconds, what is known of ended sessions is, until the function that it returns is called. */
export const measureRevocations = (ageNow: () => number): (() => void) =>
  beforeScrape([age], () => age.set(ageNow()));
