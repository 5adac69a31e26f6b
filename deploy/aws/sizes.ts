/**
 * Every number of the store on AWS, in one place. Durations are in the unit that the name ends in; sizes of memory in
 * MiB, of disks in GiB. What they cost is in README.md; sizes.test.ts holds what must fit together.
 */
export const sizes = {
  /** The zones of the region, by their last letter. */
  zones: ['a', 'b', 'c'],
  network: { cidr: '10.20.0.0/16', publicBits: 24, storeBits: 22, stateBits: 24 },

  /** The instances that run the store. */
  group: {
    min: 1,
    desired: 2,
    max: 6,
    instanceType: 'm7g.large',
    instanceMemory: 8192,
    diskGigabytes: 20,
    /** From the launch until every part of the store on the instance says that it is ready; then it is given up. */
    launchSeconds: 600,
    /** After it came into service, until the balancer's word on its health counts. */
    graceSeconds: 120,
    /** How long a new instance counts as warming up. */
    warmupSeconds: 120,
    /** The end of an instance: the drain below must fit in. */
    terminateSeconds: 300,
    /** While instances are replaced, in percent of those desired. */
    minHealthyPercent: 100,
    maxHealthyPercent: 150,
  },
  scaling: {
    /** One more instance from this average CPU of the group on, in percent, and two more from the second one on. */
    outPercent: 50,
    outFastPercent: 75,
    /** The average is that of so many seconds. */
    outSeconds: 300,
    /** One less below this, for three times as long: less than half of outPercent, so that two can become one. */
    inPercent: 20,
    inPeriods: 3,
  },
  /** After so many looks, five seconds apart, a silent process is started again, and its instance is replaced. */
  watch: { silentRounds: 4, hopelessRounds: 60 },
  /** The memory that each process may take. */
  memory: { auth: 1024, catalog: 1024, purchase: 1024, worker: 768, gateway: 1024 },

  balancer: {
    idleSeconds: 60,
    checkSeconds: 10,
    checkTimeoutSeconds: 5,
    healthyChecks: 2,
    unhealthyChecks: 3,
    slowStartSeconds: 60,
    deregistrationSeconds: 30,
  },

  database: {
    instanceType: 'r7g.large',
    readers: 2,
    maxConnections: 1500,
    backupDays: 14,
  },
  broker: { instanceType: 'mq.m7g.large', engineVersion: '4.2' },
  /** A process that is run once: migrate, the oracle. */
  task: { cpu: 512, memory: 1024 },
  /** For how many days logs are kept: those of CloudWatch, and those of the balancer and the network. */
  logDays: { store: 30, tasks: 90, database: 30, balancer: 90 },
  /** How many images the registry keeps. */
  images: 30,

  alarms: {
    /** Answers of 5xx in five minutes. */
    serverErrors: 25,
    slowestSeconds: 2,
    cpuPercent: 80,
    freeMemoryGigabytes: 1,
    replicaLagMilliseconds: 2000,
    certificateDays: 21,
    /** Messages that wait in the broker. */
    messages: 10_000,
    /** How long the group is full, or lacks instances, before that is told. */
    groupMinutes: 30,
  },
} as const;
