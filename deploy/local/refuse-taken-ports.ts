import { type ServiceName, services } from '../../runtime/services.ts';
import { isPortFree, portProblem } from './port-free.mjs';
import type { Ports } from './ports.ts';
import { StartError } from './start-error.ts';

/** Throws a StartError when the gateway's port, or one that the user chose for another service, is taken. */
export async function refuseTakenPorts(given: Partial<Ports>, host: string): Promise<void> {
  const { gateway = services.gateway.port, ...others } = given;
  const problem = await portProblem(gateway, host);
  const problems = problem ? [problem] : [];
  for (const [name, port] of Object.entries(others) as [ServiceName, number][])
    if (!(await isPortFree(port)))
      problems.push(`${services[name].portSetting} ${port} is taken by another program: choose another port`);
  if (problems.length > 0) throw new StartError(problems.join('\n'));
}
