import type { Logger } from './logger.ts';

/** Without draining, shorter than the ten seconds after which orchestrators and our launcher lose their patience. */
export const closeMilliseconds = 8_000;

/**
 * On SIGTERM or SIGINT closes the parts in the order given (the server first: it says that it is not ready, and
 * requests under way are finished) and exits 0; or 1 when one of them cannot be closed, or when all takes longer than
 * eight seconds after the time for draining.
 */
export function closeOnSignal(
  logger: Logger,
  close: readonly (() => Promise<unknown>)[],
  drainSeconds: number,
): void {
  let closing = false;
  const stop = async (signal: NodeJS.Signals) => {
    if (closing) return;
    closing = true;
    logger.info(`${signal}: finishing what is under way`);
    setTimeout(
      () => {
        logger.error('closing took too long');
        process.exit(1);
      },
      drainSeconds * 1000 + closeMilliseconds,
    ).unref();
    let exitCode = 0;
    for (const step of close) {
      try {
        await step();
      } catch (error) {
        logger.error({ err: error }, 'closing failed');
        exitCode = 1;
      }
    }
    logger.info('stopped');
    process.exit(exitCode);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

/** An error that nobody caught means an unknown state: it is logged, and the process makes way for a new one. */
export function exitOnUncaught(logger: Logger): void {
  const die = (error: unknown) => {
    logger.fatal({ err: error }, 'an error that nobody caught');
    process.exit(1);
  };
  process.on('uncaughtException', die);
  process.on('unhandledRejection', die);
}
