import { expect, test } from '@jest/globals';
import { services } from '../../runtime/services.ts';
import { isPortFree } from './port-free.mjs';
import { choosePorts } from './ports.ts';

const allFree = async () => true;

test('without a wish every service has its usual port', async () => {
  const usual = Object.entries(services).map(([name, { port }]) => [name, port]);
  expect(await choosePorts({}, allFree)).toEqual(Object.fromEntries(usual));
});

test('the others follow PORT, so that two stores do not meet', async () => {
  const ports = await choosePorts({ gateway: 5000 }, allFree);
  expect(ports).toEqual({ gateway: 5000, auth: 5001, catalog: 5002, purchase: 5003, worker: 5004 });
});

test('a port that is taken is replaced by one that no other service wants', async () => {
  const taken = [4001, 4005];
  const ports = await choosePorts({}, async port => !taken.includes(port));
  expect(ports).toEqual({ gateway: 4000, auth: 4006, catalog: 4002, purchase: 4003, worker: 4004 });
});

test('a wish stays, and keeps others from that port', async () => {
  const ports = await choosePorts({ worker: 4001 }, allFree);
  expect(ports).toMatchObject({ worker: 4001, auth: 4005, catalog: 4002 });
});

test('next to the highest port, any that is free will do', async () => {
  const ports = await choosePorts({ gateway: 65_535 }, isPortFree);
  expect(new Set(Object.values(ports)).size).toBe(5);
  expect(Math.max(...Object.values(ports))).toBe(65_535);
});
