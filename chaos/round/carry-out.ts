import { setTimeout as delay } from 'node:timers/promises';
import { cutMilliseconds, describeFault, type Fault, pauseMilliseconds } from '../plan/plan-faults.ts';
import type { ChaosStore } from '../store/chaos-store.ts';
import type { RecoveryWatch } from './recovery-watch.ts';

async function strike(store: ChaosStore, fault: Fault): Promise<void> {
  if (fault.kind !== 'cut')
    return fault.kind === 'kill' ? store.kill(fault.part) : store.pause(fault.part, pauseMilliseconds);
  const links = fault.replicas.map(replica => store.links.link(fault.from, replica, fault.to));
  for (const link of links) link.cut(fault.mode);
  await delay(cutMilliseconds);
  for (const link of links) link.mend();
}

/** Has a fault happen at the planned moment, and tells the watch when it begins and ends. */
export async function carryOut(store: ChaosStore, fault: Fault, watch: RecoveryWatch): Promise<void> {
  await delay(fault.at);
  const name = describeFault(fault);
  watch.begins(name, fault.kind);
  await strike(store, fault);
  watch.ends(name, performance.now());
}
