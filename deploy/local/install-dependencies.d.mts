/** The project's own; returns the path of its Node. `before` runs only when something is to be installed. */
export function installDependencies(before: () => Promise<void>): Promise<string>;

/** Those of a folder of the project with a package-lock.json of its own, where they are not current. */
export function installDependenciesOf(
  folder: 'bench/peers' | 'deploy/aws' | 'deploy/kubernetes' | 'load/lighthouse',
): Promise<void>;
