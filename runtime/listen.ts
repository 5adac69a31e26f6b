import type { FastifyInstance } from 'fastify';
import { type ServiceName, services } from './services.ts';

/** Lets a service listen. Where it cannot, it says so in one line that names the setting to change, and exits 1. */
export async function listen(
  app: FastifyInstance,
  service: ServiceName,
  host: string,
  port: number,
): Promise<void> {
  try {
    await app.listen({ host, port });
  } catch (error) {
    const { portSetting } = services[service];
    const reason = error instanceof Error ? error.message : String(error);
    app.log.fatal(`${service} cannot listen on ${host}:${port}: set ${portSetting} or HOST. (${reason})`);
    process.exit(1);
  }
}
