import { named, podOf, sharedSettings, testCheck } from './planted.ts';
import { portProblems } from './port-problems.ts';
import { overlays } from './render.ts';

const httpPort = <Port extends { name?: string }>(ports: Port[] | undefined) =>
  ports?.find(({ name }) => name === 'http') ?? {};

testCheck(portProblems, overlays, [
  [
    'a container on another port',
    objects => Object.assign(httpPort(podOf(objects, 'auth').container.ports), { containerPort: 4009 }),
    /^Deployment auth does not answer on 4001/,
  ],
  [
    'metrics on another port',
    objects => Object.assign(podOf(objects, 'oracle').container.ports?.[0] ?? {}, { containerPort: 9000 }),
    /^Deployment oracle has no metrics on 9464/,
  ],
  [
    'a Service on another port',
    objects => Object.assign(httpPort(named(objects.services, 'auth').spec?.ports), { port: 80 }),
    /^Service auth is not at 4001/,
  ],
  [
    'a Service that hides its pods behind one address',
    objects => delete named(objects.services, 'auth').spec?.clusterIP,
    /^Service auth does not give the addresses of its pods/,
  ],
  [
    'an address that nobody has',
    objects => Object.assign(sharedSettings(objects), { AUTH_URL: 'http://auth:4002' }),
    /AUTH_URL is not http:\/\/auth:4001/,
  ],
  [
    'a process that is not deployed',
    objects =>
      objects.deployments.splice(objects.deployments.indexOf(named(objects.deployments, 'worker')), 1),
    /^worker is not deployed/,
  ],
]);
