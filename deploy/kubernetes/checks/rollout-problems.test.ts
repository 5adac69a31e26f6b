import { named, podOf, sharedSettings, testCheck } from './planted.ts';
import { overlays } from './render.ts';
import { rolloutProblems } from './rollout-problems.ts';

testCheck(rolloutProblems, overlays, [
  [
    'a pod that is killed too early',
    objects => Object.assign(podOf(objects, 'gateway').pod, { terminationGracePeriodSeconds: 40 }),
    /^Deployment gateway is killed before it has drained/,
  ],
  [
    'a time to drain that nobody set',
    objects => delete sharedSettings(objects).DRAIN_SECONDS,
    /^Deployment gateway is killed before it has drained/,
  ],
  [
    'a pod that is taken away before another is ready',
    objects =>
      Object.assign(named(objects.deployments, 'auth').spec?.strategy?.rollingUpdate ?? {}, {
        maxUnavailable: 1,
      }),
    /^Deployment auth takes a pod away/,
  ],
  [
    'a missing probe',
    objects => delete podOf(objects, 'worker').container.startupProbe,
    /^Deployment worker: its startupProbe does not ask \/health/,
  ],
  [
    'a probe of readiness that asks whether it lives',
    objects =>
      Object.assign(podOf(objects, 'worker').container.readinessProbe?.httpGet ?? {}, { path: '/health' }),
    /^Deployment worker: its readinessProbe does not ask \/ready/,
  ],
  [
    'a probe of a port that is not there',
    objects =>
      Object.assign(podOf(objects, 'worker').container.livenessProbe?.httpGet ?? {}, { port: 'https' }),
    /^Deployment worker: its livenessProbe asks a port/,
  ],
  [
    'pods that all may run in one zone',
    objects => podOf(objects, 'auth').pod.topologySpreadConstraints?.splice(0, 1),
    /^Deployment auth is not spread over topology.kubernetes.io\/zone/,
  ],
]);
