import type { Overlay } from './render.ts';

const to = (from: readonly string[], called: readonly string[]) =>
  from.flatMap(caller => called.map(name => `${caller} → ${name}`));

const subgraphs = ['auth', 'catalog', 'purchase'];
const processes = ['gateway', ...subgraphs, 'worker', 'oracle'];
const databases = ['auth-database', 'catalog-database', 'purchase-database'];
const dns = ['DNS TCP 53', 'DNS UDP 53'];
const mysql = 'TCP 3306';

const everywhere = [
  ...to(['gateway'], ['auth TCP 4001', 'catalog TCP 4002', 'purchase TCP 4003']),
  ...to(['catalog', 'purchase'], ['auth TCP 4001']),
  ...to(['purchase', 'worker'], ['catalog TCP 4002']),
  ...to(['auth'], ['purchase TCP 4003']),
  ...to([...processes, 'migrate'], dns),
];

/** Who speaks to whom, on which port; "the VPC" and the like are the outsiders of network-problems.ts. */
export const calls: Record<Overlay, string[]> = {
  local: [
    ...everywhere,
    ...subgraphs.flatMap(name => to([name], [`${name}-database ${mysql}`])),
    ...to(['worker'], [`purchase-database ${mysql}`]),
    ...databases.flatMap(name => to(['oracle', 'migrate', 'backup'], [`${name} ${mysql}`])),
    ...to([...subgraphs, 'worker'], ['broker TCP 5672']),
    ...to([...databases, 'broker', 'backup'], dns),
    ...to(['ingress-nginx', 'Traefik', 'Traefik of k3s', 'DNS'], ['gateway TCP 4000']),
  ],
  eks: [
    ...everywhere,
    ...to([...subgraphs, 'worker', 'oracle', 'migrate'], [`the VPC ${mysql}`]),
    ...to([...subgraphs, 'worker'], ['the VPC TCP 5671']),
    ...to(['the VPC'], ['gateway TCP 4000']),
    ...to(
      ['Prometheus'],
      processes.map(name => `${name} TCP 9464`),
    ),
  ],
};
