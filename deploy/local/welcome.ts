import { demoAccounts } from '../../seed/demo/accounts.ts';

/** What the user is told when the store is open. */
export interface Welcome {
  /** Of the gateway, without a path. */
  url: string;
  administrator: { email: string; password: string | undefined };
}

/** The addresses and the accounts to try the store with, as lines for the console. */
export function welcomeLines({ url, administrator }: Welcome): string[] {
  const seller = demoAccounts.find(account => account.role === 'seller');
  const buyer = demoAccounts.find(account => account.role === 'buyer');
  const accounts = [
    { role: 'administrator', ...administrator },
    { role: 'seller', ...seller },
    { role: 'buyer', ...buyer },
  ];
  return [
    '',
    'The store is open.',
    `  shop        ${url}/`,
    `  playground  ${url}/graphql`,
    `  health      ${url}/health`,
    '',
    'Accounts to try it with:',
    ...accounts.map(
      ({ role, email = '', password = '(as you set it)' }) =>
        `  ${role.padEnd(14)} ${email.padEnd(32)} ${password}`,
    ),
    '',
    'The logs are in .data/logs. Ctrl-C stops everything.',
  ];
}
