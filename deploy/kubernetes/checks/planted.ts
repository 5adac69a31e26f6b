import { expect } from '@jest/globals';
import { kubectlTest } from '../../../testing/kubectl-test.ts';
import { type Overlay, render } from './render.ts';
import type { StoreObjects } from './store-objects.ts';

type Check = (objects: StoreObjects) => string[] | Promise<string[]>;
type Planted = [mistake: string, plant: (objects: StoreObjects) => void, told: RegExp];

const rendered = new Map<string, Promise<StoreObjects>>();

/** The objects of an overlay, as render makes them; rendered once for all tests of a file. */
export function renderedOnce(overlay: Overlay, offered = false): Promise<StoreObjects> {
  const key = `${overlay} ${offered}`;
  const found = rendered.get(key) ?? render(overlay, offered);
  rendered.set(key, found);
  return found;
}

/** Tests that a check finds nothing in any overlay, and each mistake that is planted. */
export function testCheck(check: Check, overlays: readonly Overlay[], planted: Planted[]): void {
  kubectlTest.each(overlays)('%s is as it should be', async overlay => {
    expect(await check(await renderedOnce(overlay))).toEqual([]);
  });
  kubectlTest.each(planted)('finds %s', async (_, plant, told) => {
    const objects = structuredClone(await renderedOnce(overlays[0] ?? 'local'));
    plant(objects);
    expect(await check(objects)).toContainEqual(expect.stringMatching(told));
  });
}

/** The object of that name, to plant a mistake in. Throws an error where there is none. */
export function named<Found extends { metadata?: { name?: string } }>(list: Found[], name: string): Found {
  const found = list.find(({ metadata }) => metadata?.name === name);
  if (!found) throw new Error(`${name} is not there`);
  return found;
}

/** What a Deployment's pods are made from, and their container. */
export function podOf({ deployments }: StoreObjects, name: string) {
  const pod = named(deployments, name).spec?.template.spec;
  const container = pod?.containers[0];
  if (!pod || !container) throw new Error(`${name} has no container`);
  return { pod, container };
}

/** The settings that all processes are given. */
export const sharedSettings = ({ configMaps }: StoreObjects): Record<string, string> =>
  configMaps.find(({ metadata }) => metadata?.name?.startsWith('settings-'))?.data ?? {};
