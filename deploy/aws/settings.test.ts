import { expect, test } from '@jest/globals';
import { App } from 'aws-cdk-lib';
import { readDeploymentSettings } from './settings.ts';

const read = (context: Record<string, unknown>) => readDeploymentSettings(new App({ context }).node);
const sound = { region: 'eu-west-1', domain: 'shop.books.org', adminEmail: 'ana@books.org' };

test('what is not set is left out', () => {
  expect(read({ ...sound, hostedZoneId: '', alarmEmail: '' })).toEqual({
    ...sound,
    hostedZoneId: undefined,
    alarmEmail: undefined,
    ignoreAlarms: false,
    ownKeys: false,
    leakedPasswordsUrl: undefined,
    emailChangeNeedsPassword: false,
    administratorsNeedSecondFactor: false,
  });
});

test('all mistakes are told at once, with what is right', () => {
  const wrong = {
    domain: 'https://shop.books.org/',
    hostedZoneId: 'books.org',
    alarmEmail: 'nobody',
    ignoreAlarms: 'yes',
    ownKeys: 'no',
    leakedPasswordsUrl: 'https://leaked.internal/range',
    emailChangeNeedsPassword: 'yes',
    administratorsNeedSecondFactor: 'no',
  };
  expect(() => read({ ...wrong, region: 'Virginia' })).toThrow(
    `The settings of the deployment are wrong:
  - region: "Virginia" must look like us-east-1
  - domain: "https://shop.books.org/" must look like store.example.org
  - hostedZoneId: "books.org" must look like Z0123456789ABCDEFGHIJ
  - adminEmail: is not set; give it as -c adminEmail=admin@example.org
  - alarmEmail: "nobody" must look like on-call@example.org
  - ignoreAlarms: "yes" must look like true
  - ownKeys: "no" must look like true
  - leakedPasswordsUrl: "https://leaked.internal/range" must look like https://leaked.internal/range/
  - emailChangeNeedsPassword: "yes" must look like true
  - administratorsNeedSecondFactor: "no" must look like true`,
  );
});
