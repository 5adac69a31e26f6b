/** Whether a server could listen on `port` of the loopback addresses now. */
export function isPortFree(port: number): Promise<boolean>;

/** The sentence for the user when the gateway cannot listen on `port` of `host`, or undefined when it can. */
export function portProblem(port: number, host: string): Promise<string | undefined>;

/**
 * Throws that sentence for PORT, or for the fallback when PORT is not set. A PORT that is no port at all is
 * left to those who read the settings.
 */
export function refuseTakenPort(fallback: number): Promise<void>;
