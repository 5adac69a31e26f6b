import { expect, test } from '@jest/globals';
import { readVersion } from './find-database-server.ts';

test.each([
  ['mariadbd  Ver 10.11.19-MariaDB-0+deb12u1 for debian-linux-gnu on x86_64', 'mariadb', '10.11.19'],
  ['/usr/sbin/mysqld  Ver 8.0.46-0ubuntu0.22.04.1 for Linux on x86_64 ((Ubuntu))', 'mysql', '8.0.46'],
  ['/opt/mysqld  Ver 9.7.4 for macos15 on arm64 (Homebrew)', 'mysql', '9.7.4'],
])('%s', (output, kind, version) => {
  expect(readVersion(output)).toEqual({ kind, version });
});

test.each([
  'mysqld  Ver 5.7.44 for Linux on x86_64',
  'mysqld  Ver 10.6.22-MariaDB for debian-linux-gnu on x86_64',
  'something else',
])('not usable: %s', output => {
  expect(readVersion(output)).toBeUndefined();
});
