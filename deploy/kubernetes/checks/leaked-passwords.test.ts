import { expect } from '@jest/globals';
import { authSettings } from '../../../subgraphs/auth/env.ts';
import { kubectlTest } from '../../../testing/kubectl-test.ts';
import { podOf } from './planted.ts';
import { reachable } from './reachable.ts';
import { renderComponent } from './render-component.ts';
import { sortObjects } from './store-objects.ts';

const outsiders = [
  { name: 'outside: the internet', address: '203.0.113.7', ports: ['TCP 443', 'TCP 80', 'UDP 443'] },
  { name: 'outside: a private network', address: '10.0.3.7', ports: ['TCP 443'] },
  {
    name: 'outside: what tells a machine who it is',
    address: '169.254.169.254',
    ports: ['TCP 443', 'TCP 80'],
  },
];

kubectlTest(
  'who asks for leaked passwords gets out to the internet by HTTPS, and nobody else does',
  async () => {
    const objects = sortObjects(await renderComponent('leaked-passwords'));
    expect(reachable(objects, outsiders).filter(call => call.includes('→ outside'))).toEqual([
      'auth → outside: the internet TCP 443',
    ]);
    const { value } =
      podOf(objects, 'auth').container.env?.find(({ name }) => name === 'LEAKED_PASSWORDS_URL') ?? {};
    expect(authSettings.LEAKED_PASSWORDS_URL.parse(value)).toMatch(/^https:/);
  },
);
