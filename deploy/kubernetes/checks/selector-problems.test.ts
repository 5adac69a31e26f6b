import { named, testCheck } from './planted.ts';
import { overlays } from './render.ts';
import { selectorProblems } from './selector-problems.ts';

const nameLabel = 'app.kubernetes.io/name';

testCheck(selectorProblems, overlays, [
  [
    'a Deployment that does not select its pods',
    objects =>
      Object.assign(named(objects.deployments, 'auth').spec?.selector.matchLabels ?? {}, {
        [nameLabel]: 'x',
      }),
    /^Deployment auth does not select its own pods/,
  ],
  [
    'a Deployment that selects the pods of all',
    objects =>
      Object.assign(named(objects.deployments, 'auth').spec?.selector ?? {}, {
        matchLabels: { 'app.kubernetes.io/part-of': 'bookstore' },
      }),
    /^Deployment auth also selects pods of/,
  ],
  [
    'a Service without pods',
    objects => Object.assign(named(objects.services, 'auth').spec?.selector ?? {}, { [nameLabel]: 'nobody' }),
    /^Service auth does not find the pods of one workload/,
  ],
  [
    'a Service that sends to a port that is not there',
    objects => Object.assign(named(objects.services, 'auth').spec?.ports?.[0] ?? {}, { targetPort: 'https' }),
    /^Service auth sends to https/,
  ],
  [
    'a budget for nothing',
    objects =>
      Object.assign(named(objects.podDisruptionBudgets, 'auth').spec?.selector?.matchLabels ?? {}, {
        [nameLabel]: 'nobody',
      }),
    /^PodDisruptionBudget auth does not guard one workload/,
  ],
  [
    'an autoscaler of nothing',
    objects =>
      Object.assign(named(objects.horizontalPodAutoscalers, 'auth').spec?.scaleTargetRef ?? {}, {
        name: 'nobody',
      }),
    /^HorizontalPodAutoscaler auth scales nothing/,
  ],
  [
    'a number of pods beside an autoscaler',
    objects => Object.assign(named(objects.deployments, 'auth').spec ?? {}, { replicas: 2 }),
    /^HorizontalPodAutoscaler auth and its Deployment both say/,
  ],
  [
    'an Ingress to nowhere',
    objects =>
      Object.assign(
        named(objects.ingresses, 'store').spec?.rules?.[0]?.http?.paths[0]?.backend.service ?? {},
        { name: 'nobody' },
      ),
    /^Ingress store sends to a Service or port that does not exist/,
  ],
]);

testCheck(
  selectorProblems,
  ['eks'],
  [
    [
      'a Service whose metrics nobody reads',
      objects => delete named(objects.services, 'worker').metadata?.labels,
      /^ServiceMonitor bookstore does not find the metrics of worker/,
    ],
  ],
);
