import { setTimeout as delay } from 'node:timers/promises';

const patienceMilliseconds = 60_000;

async function isWhole(port: number): Promise<boolean> {
  const response = await fetch(`http://127.0.0.1:${port}/ready`);
  const { checks }: { checks: Record<string, string> } = JSON.parse(await response.text());
  return Object.values(checks).every(answer => answer === 'ok');
}

/** Resolves when each of the processes finds by /ready all the parts that it asks, also those it can do without. */
export async function wholeSoon(ports: readonly number[]): Promise<void> {
  const deadline = Date.now() + patienceMilliseconds;
  for (const port of ports)
    while (!(await isWhole(port))) {
      if (Date.now() > deadline) throw new Error(`the process at port ${port} lacks a part: see its /ready`);
      await delay(50);
    }
}
