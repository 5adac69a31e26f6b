import { calls } from './calls.ts';
import { type Party, reachable } from './reachable.ts';
import type { Overlay } from './render.ts';
import type { StoreObjects } from './store-objects.ts';

const outsiders: Party[] = [
  { name: 'DNS', namespace: 'kube-system', labels: { 'k8s-app': 'kube-dns' }, ports: ['UDP 53', 'TCP 53'] },
  { name: 'Traefik of k3s', namespace: 'kube-system', ports: ['TCP 443'] },
  { name: 'Traefik', namespace: 'traefik', ports: ['TCP 443'] },
  { name: 'ingress-nginx', namespace: 'ingress-nginx', ports: ['TCP 443'] },
  { name: 'Prometheus', namespace: 'monitoring', ports: ['TCP 9090'] },
  { name: 'a stranger', namespace: 'default', labels: { 'calls.bookstore/auth': 'true' }, ports: ['TCP 80'] },
  { name: 'the VPC', address: '10.0.3.7', ports: ['TCP 22', 'TCP 3306', 'TCP 5671'] },
  { name: 'the internet', address: '203.0.113.7', ports: ['TCP 443', 'TCP 3306'] },
];

/** Where the NetworkPolicies let somebody speak to somebody who has no reason to, or forbid a call of calls.ts. */
export const networkProblems =
  (overlay: Overlay) =>
  (objects: StoreObjects): string[] => {
    const possible = new Set(reachable(objects, outsiders));
    const needed = new Set(calls[overlay]);
    return [
      ...[...possible.difference(needed)].map(call => `${call} is possible, and nobody needs it`),
      ...[...needed.difference(possible)].map(call => `${call} is needed, and not possible`),
    ];
  };
