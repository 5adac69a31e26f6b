import { named, podOf, testCheck } from './planted.ts';
import { overlays } from './render.ts';
import { schemaProblems } from './schema-problems.ts';

testCheck(schemaProblems, overlays, [
  [
    'a field that does not exist',
    objects => Object.assign(podOf(objects, 'auth').container, { readinesProbe: {} }),
    /^Deployment auth: .*'readinesProbe' does not exist|Deployment auth: .*"readinesProbe"/,
  ],
  [
    'a field that is missing',
    objects =>
      Object.assign(named(objects.horizontalPodAutoscalers, 'auth').spec ?? {}, { maxReplicas: undefined }),
    /^HorizontalPodAutoscaler auth: .*maxReplicas/,
  ],
  [
    'a text for a number',
    objects => Object.assign(podOf(objects, 'auth').container.ports?.[0] ?? {}, { containerPort: '4001' }),
    /^Deployment auth: .*containerPort must be integer/,
  ],
  [
    'a word that is none of those allowed',
    objects => Object.assign(podOf(objects, 'auth').container, { imagePullPolicy: 'Sometimes' }),
    /^Deployment auth: .*imagePullPolicy/,
  ],
]);

testCheck(
  schemaProblems,
  ['eks'],
  [
    [
      'a field that External Secrets does not have',
      objects => Object.assign(named(objects.externalSecrets, 'broker').spec ?? {}, { secretStore: {} }),
      /^ExternalSecret broker: .*secretStore/,
    ],
    [
      'a field that a ServiceMonitor does not have',
      objects => Object.assign(named(objects.serviceMonitors, 'bookstore').spec, { endpoint: [] }),
      /^ServiceMonitor bookstore: .*endpoint/,
    ],
  ],
);
