import { named, podOf, testCheck } from './planted.ts';
import { podProblems } from './pod-problems.ts';
import { overlays } from './render.ts';

testCheck(podProblems, overlays, [
  [
    'a pod as root',
    objects => Object.assign(podOf(objects, 'auth').pod.securityContext ?? {}, { runAsUser: 0 }),
    /^Deployment auth may run as root/,
  ],
  [
    'a pod that may be root',
    objects => delete podOf(objects, 'auth').pod.securityContext?.runAsNonRoot,
    /^Deployment auth may run as root/,
  ],
  [
    'a root file system that may be written to',
    objects => delete podOf(objects, 'auth').container.securityContext?.readOnlyRootFilesystem,
    /^Deployment auth may write to its root file system/,
  ],
  [
    'capabilities',
    objects => delete podOf(objects, 'auth').container.securityContext?.capabilities,
    /^Deployment auth keeps capabilities/,
  ],
  [
    'a missing seccomp profile',
    objects => delete podOf(objects, 'auth').pod.securityContext?.seccompProfile,
    /^Deployment auth has no seccomp profile/,
  ],
  [
    'privileges that may be gained',
    objects => delete podOf(objects, 'auth').container.securityContext?.allowPrivilegeEscalation,
    /^Deployment auth may gain privileges/,
  ],
  [
    'a token',
    objects => delete podOf(objects, 'auth').pod.automountServiceAccountToken,
    /^Deployment auth gets a token/,
  ],
  [
    'an account that gives a token',
    objects => delete named(objects.serviceAccounts, 'auth').automountServiceAccountToken,
    /^ServiceAccount auth gives pods a token/,
  ],
  [
    'a folder of the node',
    objects => podOf(objects, 'auth').pod.volumes?.push({ name: 'node', hostPath: { path: '/' } }),
    /^Deployment auth uses a folder of its node/,
  ],
  [
    'the newest image',
    objects => Object.assign(podOf(objects, 'auth').container, { image: 'bookstore:latest' }),
    /^Deployment auth has an image without a version/,
  ],
  [
    'an image without a tag',
    objects => Object.assign(podOf(objects, 'auth').container, { image: 'registry.example:5000/bookstore' }),
    /^Deployment auth has an image without a version/,
  ],
  [
    'another version',
    objects => Object.assign(podOf(objects, 'auth').container, { image: 'registry.example/bookstore:0.0.9' }),
    /^Deployment auth is not of version/,
  ],
  [
    'no limit of memory',
    objects => delete podOf(objects, 'auth').container.resources?.limits?.memory,
    /^Deployment auth has no limit of memory/,
  ],
  [
    'no request of CPU',
    objects => delete podOf(objects, 'auth').container.resources?.requests?.cpu,
    /^Deployment auth asks for no CPU/,
  ],
  [
    'a namespace that enforces nothing',
    objects => delete named(objects.namespaces, 'bookstore').metadata?.labels,
    /^Namespace bookstore does not enforce/,
  ],
]);
