import { plainHttpProblems } from './plain-http-problems.ts';
import { named, testCheck } from './planted.ts';
import type { StoreObjects } from './store-objects.ts';

const say = (annotation: string, value: string) => (objects: StoreObjects) =>
  Object.assign(named(objects.ingresses, 'plain-http').metadata?.annotations ?? {}, {
    [`alb.ingress.kubernetes.io/${annotation}`]: value,
  });

testCheck(
  plainHttpProblems,
  ['eks'],
  [
    ['a load balancer of its own', say('group.name', 'other'), /is not of the load balancer/],
    ['TLS as well', say('listen-ports', '[{"HTTP": 80}, {"HTTPS": 443}]'), /is not for port 80 alone/],
    ['another refusal', say('actions.refuse', '{"type":"fixed-response"}'), /does not refuse as the store/],
    ['a way to nowhere', say('actions.lead', 'no JSON'), /does not lead to HTTPS/],
    ['POST led on', say('conditions.lead', '[]'), /leads on by other methods than GET and HEAD/],
    [
      'the API led on',
      objects => named(objects.ingresses, 'plain-http').spec?.rules?.[0]?.http?.paths.shift(),
      /has not, in this order, \/graphql\* refuse/,
    ],
    [
      'another name',
      objects =>
        Object.assign(named(objects.ingresses, 'plain-http').spec?.rules?.[0] ?? {}, { host: 'a.example' }),
      /is for another name/,
    ],
  ],
);
