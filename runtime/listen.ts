import { flushCompileCache } from 'node:module';
import type { FastifyInstance } from 'fastify';
import { reasonOf } from './reason-of.ts';
import { type ServiceName, services } from './services.ts';

/** Lets a service listen. Where it cannot, it says so in one line that names the setting to change, and exits 1. */
export async function listen(
  app: FastifyInstance,
  service: ServiceName,
  host: string,
  port: number,
): Promise<void> {
  // Node keeps what it has compiled when a process exits, where NODE_COMPILE_CACHE is set: who is killed has kept it by then.
  flushCompileCache();
  try {
    await app.listen({ host, port });
  } catch (error) {
    const { portSetting } = services[service];
    app.log.fatal(
      `${service} cannot listen on ${host}:${port}: set ${portSetting} or HOST. (${reasonOf(error)})`,
    );
    process.exit(1);
  }
}
