/** The Node that the project `root` runs on. */
export function projectNodeIn(root: string): string;

/**
 * Whether node_modules of the project `root` is what package-lock.json says: by the stamp of our own last
 * install, or by npm's record where npm was run by hand.
 */
export function dependenciesAreCurrent(root: string): boolean;

/** Whether node_modules in `folder` is what package-lock.json there says, told in the same way. */
export function lockIsInstalled(folder: string): boolean;

/** Notes that node_modules is what package-lock.json says. */
export function stampDependencies(root: string): void;
