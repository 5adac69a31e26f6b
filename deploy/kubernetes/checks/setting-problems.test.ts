import { named, podOf, sharedSettings, testCheck } from './planted.ts';
import { overlays } from './render.ts';
import { settingProblems } from './setting-problems.ts';
import type { StoreObjects } from './store-objects.ts';

const withoutVariable = (deployment: string, name: string) => (objects: StoreObjects) => {
  const { container } = podOf(objects, deployment);
  container.env = container.env?.filter(variable => variable.name !== name) ?? [];
};

const withVariable = (name: string, value: string) => (objects: StoreObjects) =>
  podOf(objects, 'auth').container.env?.push({ name, value });

testCheck(settingProblems, overlays, [
  ['a setting that nobody reads', withVariable('AUTH_COLOUR', 'blue'), /^Deployment auth gives AUTH_COLOUR/],
  [
    'a setting of another process',
    withVariable('STORE_COUNTRY', 'CO'),
    /^Deployment auth gives STORE_COUNTRY/,
  ],
  [
    'a value that is not taken',
    withVariable('REFRESH_TOKEN_DAYS', 'many'),
    /^Deployment auth: REFRESH_TOKEN_DAYS/,
  ],
  [
    'a missing secret setting',
    withoutVariable('gateway', 'INTERNAL_TOKEN_SECRET_FILE'),
    /^Deployment gateway: INTERNAL_TOKEN_SECRET: is not set/,
  ],
  ['no broker', withoutVariable('worker', 'AMQP_URL_FILE'), /^Deployment worker is not given AMQP_URL/],
  [
    'a service that would be looked for on localhost',
    objects => delete sharedSettings(objects).CATALOG_URL,
    /^Deployment worker is not given CATALOG_URL/,
  ],
  [
    'a shared setting that nobody reads',
    objects => Object.assign(sharedSettings(objects), { COLOUR: 'blue' }),
    /^ConfigMap settings-\w+ gives COLOUR/,
  ],
  [
    'a secret that lacks a key',
    objects => delete named(objects.secrets, 'auth-database').data?.DATABASE_URL_AUTH,
    /^Deployment auth: DATABASE_URL_AUTH_FILE names .*, which no secret holds/,
  ],
  [
    'secrets that are not mounted',
    objects => podOf(objects, 'auth').container.volumeMounts?.splice(0),
    /^Deployment auth: AUTH_SIGNING_KEY_FILE names .*, which no secret holds/,
  ],
]);
