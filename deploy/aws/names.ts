/** What the stacks, the instances and the commands of this folder know each other by. */
export const names = {
  stacks: {
    network: 'BookstoreNetwork',
    state: 'BookstoreState',
    tasks: 'BookstoreTasks',
    store: 'BookstoreStore',
  },
  /** The Auto Scaling group; the roles name it, so it is not left to CloudFormation. */
  group: 'bookstore',
  hooks: { launch: 'ready', terminate: 'drained' },
  cluster: 'bookstore',
  databaseCluster: 'bookstore',
  broker: 'bookstore',
  repository: 'bookstore',
  /** Task definitions. */
  tasks: { databases: 'bookstore-databases', migrate: 'bookstore-migrate', store: 'bookstore-store' },
  container: 'store',
  logGroup: '/bookstore/store',
  /** Parameters of the store's and the tasks' stacks. */
  parameters: { imageTag: 'ImageTag', desired: 'DesiredCapacity' },
  /** Where a task runs, as JSON that RunTask takes; an output of the tasks' stack. */
  outputs: { taskNetwork: 'TaskNetwork' },
} as const;

/** The name of the secret that holds a setting. */
export const secretName = (setting: string): string => `bookstore/${setting}`;
