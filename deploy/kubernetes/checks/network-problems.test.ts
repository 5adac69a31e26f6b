import { networkProblems } from './network-problems.ts';
import { named, testCheck } from './planted.ts';

const called = 'calls.bookstore/auth-database';

testCheck(
  networkProblems('local'),
  ['local'],
  [
    [
      'a policy that is missing',
      ({ networkPolicies }) =>
        networkPolicies.splice(networkPolicies.indexOf(named(networkPolicies, 'auth')), 1),
      /^gateway → auth TCP 4001 is needed, and not possible/,
    ],
    [
      'nothing that is forbidden',
      ({ networkPolicies }) =>
        networkPolicies.splice(networkPolicies.indexOf(named(networkPolicies, 'default-deny')), 1),
      /^a stranger → worker TCP 4004 is possible/,
    ],
    [
      'no names',
      ({ networkPolicies }) => delete named(networkPolicies, 'default-deny').spec?.egress,
      /^gateway → DNS UDP 53 is needed, and not possible/,
    ],
    [
      'a pod that may read what is not its own',
      ({ deployments }) =>
        Object.assign(named(deployments, 'gateway').spec?.template.metadata?.labels ?? {}, {
          [called]: 'true',
        }),
      /^gateway → auth-database TCP 3306 is possible/,
    ],
    [
      'a policy without ports',
      ({ networkPolicies }) => {
        for (const name of ['auth', 'calls-auth']) {
          const { spec } = named(networkPolicies, name);
          for (const rule of [...(spec?.ingress ?? []), ...(spec?.egress ?? [])]) delete rule.ports;
        }
      },
      /^gateway → auth TCP 1 is possible/,
    ],
    [
      'callers of every namespace',
      ({ networkPolicies }) =>
        Object.assign(named(networkPolicies, 'auth').spec?.ingress?.[0]?.from?.[0] ?? {}, {
          namespaceSelector: {},
        }),
      /^a stranger → auth TCP 4001 is possible/,
    ],
  ],
);

testCheck(
  networkProblems('eks'),
  ['eks'],
  [
    [
      'a way to everywhere',
      ({ networkPolicies }) =>
        Object.assign(named(networkPolicies, 'calls-aurora').spec?.egress?.[0]?.to?.[0]?.ipBlock ?? {}, {
          cidr: '0.0.0.0/0',
        }),
      /^catalog → the internet TCP 3306 is possible/,
    ],
    [
      'metrics for everybody',
      ({ networkPolicies }) => delete named(networkPolicies, 'metrics').spec?.ingress?.[0]?.from,
      /^a stranger → worker TCP 9464 is possible/,
    ],
  ],
);
