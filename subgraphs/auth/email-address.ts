import type { AuthUserError } from './resolvers.generated.ts';
import { userError } from './user-error.ts';

const maxLength = 254;
const maxLocalLength = 64;

// Dots stand between other characters; quotes, brackets and what separates addresses in a mail are left out.
const local = /^[^\s@.\p{C}"(),:;<>[\]\\]+(\.[^\s@.\p{C}"(),:;<>[\]\\]+)*$/u;
const domainLabel = /^[\p{L}\p{N}]([\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?$/u;

/** An e-mail address as it is kept: trimmed, in one of the ways to write its letters (NFC). */
export const normalEmail = (text: string): string => text.trim().normalize('NFC');

/** What two ways to write one e-mail address have in common: upper and lower case are the same. */
export const emailKeyOf = (text: string): string => normalEmail(text).toLowerCase().normalize('NFC');

/** Whether a normal e-mail address is well formed: one @, a domain of at least two labels, 254 characters at most. */
export function isEmailAddress(email: string): boolean {
  const [name = '', domain = '', ...more] = email.split('@');
  const labels = domain.split('.');
  return (
    more.length === 0 &&
    [...email].length <= maxLength &&
    [...emailKeyOf(email)].length <= maxLength &&
    [...name].length <= maxLocalLength &&
    local.test(name) &&
    labels.length >= 2 &&
    labels.every(label => domainLabel.test(label))
  );
}

/** What is wrong with a normal e-mail address; undefined when nothing is. */
export const emailError = (email: string): AuthUserError | undefined =>
  isEmailAddress(email)
    ? undefined
    : userError(
        'EMAIL_INVALID',
        `Give an e-mail address such as name@example.org, of at most ${maxLength} characters.`,
        ['email'],
      );

/** Another account has the address. */
export const emailTaken = (): AuthUserError =>
  userError('EMAIL_TAKEN', 'Another account has this e-mail address. Log in, or give another one.', [
    'email',
  ]);
