import { expect, test } from '@jest/globals';
import { gatewaySettings } from '../../gateway/env.ts';
import {
  databaseSetting,
  type ServiceName,
  serviceNames,
  services,
  subgraphs,
} from '../../runtime/services.ts';
import { authSettings } from '../../subgraphs/auth/env.ts';
import { catalogSettings } from '../../subgraphs/catalog/env.ts';
import { serverSettings, workerSettings } from '../../subgraphs/purchase/env.ts';
import { brokerName, linkEnds } from './parts.ts';

const settings: Record<ServiceName, object> = {
  auth: authSettings,
  catalog: catalogSettings,
  purchase: serverSettings,
  worker: workerSettings,
  gateway: gatewaySettings,
};

test.each(serviceNames)('whatever %s is told to connect to can be cut off from it', service => {
  const told = Object.keys(settings[service]);
  const ends = [
    ...subgraphs.filter(name => told.includes(services[name].urlSetting)),
    ...(subgraphs.some(name => told.includes(databaseSetting(name))) ? ['database'] : []),
    ...(told.includes('AMQP_URL') ? [brokerName] : []),
  ];
  const cut = linkEnds(true).flatMap(({ from, to }) => (from === service ? [to] : []));
  expect(cut.toSorted()).toEqual(ends.toSorted());
});
