import { outsideProblems } from './outside-problems.ts';
import { named, sharedSettings, testCheck } from './planted.ts';

testCheck(
  outsideProblems,
  ['eks'],
  [
    [
      'a placeholder that stayed',
      objects =>
        Object.assign(named(objects.storageClasses, 'bookstore-files').parameters ?? {}, {
          fileSystemId: 'FILE_SYSTEM_ID',
        }),
      /^StorageClass bookstore-files still says FILE_SYSTEM_ID/,
    ],
    [
      'a store without TLS',
      objects =>
        Object.assign(named(objects.ingresses, 'store').metadata?.annotations ?? {}, {
          'alb.ingress.kubernetes.io/listen-ports': '[{"HTTP": 80}, {"HTTPS": 443}]',
        }),
      /^Ingress store: listen-ports is not \[\{"HTTPS": 443\}\]/,
    ],
    [
      'a load balancer that asks who is alive, not who is ready',
      objects =>
        Object.assign(named(objects.ingresses, 'store').metadata?.annotations ?? {}, {
          'alb.ingress.kubernetes.io/healthcheck-path': '/health',
        }),
      /^Ingress store: healthcheck-path is not \/ready/,
    ],
    [
      'a load balancer that sends to pods that are gone',
      objects => Object.assign(sharedSettings(objects), { DRAIN_SECONDS: '30' }),
      /^Ingress store sends for 30 s to who answers for 30 s/,
    ],
    [
      'shared files that go with their claim',
      objects => Object.assign(named(objects.storageClasses, 'bookstore-files'), { reclaimPolicy: 'Delete' }),
      /^PersistentVolumeClaim files is not on EFS, to be kept/,
    ],
    [
      'shared files of the default class',
      objects => delete named(objects.persistentVolumeClaims, 'files').spec?.storageClassName,
      /^PersistentVolumeClaim files is not on EFS/,
    ],
    [
      'shared files of one node',
      objects =>
        Object.assign(named(objects.persistentVolumeClaims, 'files').spec ?? {}, {
          accessModes: ['ReadWriteOnce'],
        }),
      /^PersistentVolumeClaim files is for one node alone/,
    ],
  ],
);
