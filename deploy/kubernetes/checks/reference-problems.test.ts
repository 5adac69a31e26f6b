import { named, podOf, testCheck } from './planted.ts';
import { referenceProblems } from './reference-problems.ts';
import { overlays } from './render.ts';
import type { StoreObjects } from './store-objects.ts';

const without = (list: keyof StoreObjects, name: string) => (objects: StoreObjects) => {
  const found: { metadata?: { name?: string } }[] = objects[list];
  found.splice(found.indexOf(named(found, name)), 1);
};

testCheck(referenceProblems, overlays, [
  ['a missing account', without('serviceAccounts', 'auth'), /^Deployment auth names the account auth/],
  ['a missing secret', without('secrets', 'broker'), /^Deployment worker names the secret broker/],
  [
    'a missing claim',
    without('persistentVolumeClaims', 'files'),
    /^Deployment catalog names the claim files/,
  ],
  [
    'a missing priority',
    without('priorityClasses', 'bookstore-serving'),
    /^Job migrate\S+ names the priority bookstore-serving/,
  ],
  [
    'missing settings',
    objects => objects.configMaps.splice(0),
    /^Deployment gateway names the ConfigMap settings-\w+, which does not exist/,
  ],
  [
    'missing settings of the broker',
    objects => objects.configMaps.splice(0),
    /^StatefulSet broker names the ConfigMap broker-settings-\w+, which does not exist/,
  ],
  [
    'a missing volume',
    objects => podOf(objects, 'auth').pod.volumes?.splice(0, 1),
    /^Deployment auth names the volume/,
  ],
  [
    'a missing volume of a database',
    objects => delete named(objects.statefulSets, 'auth-database').spec?.volumeClaimTemplates,
    /^StatefulSet auth-database names the volume data/,
  ],
]);

testCheck(
  referenceProblems,
  ['eks'],
  [
    [
      'a missing external secret',
      without('externalSecrets', 'auth-keys'),
      /^Deployment auth names the secret auth-keys/,
    ],
  ],
);
