import { hashOfAccount } from './hash-of-account.ts';

/** By what wrong codes of a user's second factor are counted (login_throttle.account). No e-mail address has a blank in it. */
export const countOfCodes = (userId: string): string => hashOfAccount(`second factor ${userId}`);
