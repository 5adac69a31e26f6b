import { BlockList } from 'node:net';
import type {
  INetworkPolicyEgressRule,
  INetworkPolicyIngressRule,
  INetworkPolicyPeer,
  INetworkPolicyPort,
} from 'kubernetes-models/networking.k8s.io/v1';
import { matches } from './matches.ts';
import type { StoreObjects } from './store-objects.ts';
import { workloadsOf } from './workloads.ts';

/** Something that speaks or is spoken to: a pod of the store, one of another namespace, or an address outside. */
export interface Party {
  name: string;
  namespace?: string;
  labels?: Record<string, string>;
  address?: string;
  /** "TCP 443": what it can be asked on. */
  ports: string[];
}

type Direction = 'Ingress' | 'Egress';

const ours = 'bookstore';

/** One that nobody listens on: who may ask on it may ask on any. */
const anyPort = 'TCP 1';

const partiesOf = (objects: StoreObjects): Party[] =>
  workloadsOf(objects).map(({ name, labels, containers }) => ({
    name: labels['app.kubernetes.io/name'] ?? name,
    namespace: ours,
    labels,
    ports: [
      anyPort,
      ...containers.flatMap(({ ports = [] }) => ports.map(({ containerPort }) => `TCP ${containerPort}`)),
    ],
  }));

function isInBlock({ address }: Party, { cidr, except = [] }: { cidr: string; except?: string[] }): boolean {
  if (!address) return false;
  const inside = (block: string) => {
    const [network = '', prefix] = block.split('/');
    const list = new BlockList();
    list.addSubnet(network, Number(prefix));
    return list.check(address);
  };
  return inside(cidr) && !except.some(inside);
}

function isPeer(party: Party, { ipBlock, namespaceSelector, podSelector }: INetworkPolicyPeer): boolean {
  if (ipBlock) return isInBlock(party, ipBlock);
  if (!party.namespace) return false;
  const inNamespace = namespaceSelector
    ? matches(namespaceSelector, { 'kubernetes.io/metadata.name': party.namespace })
    : party.namespace === ours;
  return inNamespace && (!podSelector || matches(podSelector, party.labels ?? {}));
}

const isPort = (port: string, ports: INetworkPolicyPort[] | undefined): boolean =>
  !ports ||
  ports.some(
    allowed => port === `${allowed.protocol ?? 'TCP'} ${allowed.port}` || allowed.port === undefined,
  );

const peersOf = (rule: INetworkPolicyIngressRule & INetworkPolicyEgressRule, direction: Direction) =>
  direction === 'Ingress' ? rule.from : rule.to;

/** Whether the policies that hold for `subject` let it speak with `other`, as networking.k8s.io/v1 says. */
function lets(
  policies: StoreObjects['networkPolicies'],
  direction: Direction,
  subject: Party,
  other: Party,
  port: string,
) {
  if (subject.namespace !== ours) return true;
  const holding = policies.filter(
    ({ spec }) =>
      spec?.policyTypes?.includes(direction) && matches(spec.podSelector ?? {}, subject.labels ?? {}),
  );
  return (
    holding.length === 0 ||
    holding
      .flatMap(
        ({ spec }): (INetworkPolicyIngressRule & INetworkPolicyEgressRule)[] =>
          (direction === 'Ingress' ? spec?.ingress : spec?.egress) ?? [],
      )
      .some(rule => {
        const peers = peersOf(rule, direction);
        return isPort(port, rule.ports) && (!peers || peers.some(peer => isPeer(other, peer)));
      })
  );
}

/**
 * Who may speak to whom, and on which of its ports, by the NetworkPolicies: "gateway → auth TCP 4001", in order. Of
 * what is outside the cluster and in other namespaces, only what `outsiders` lists.
 */
export function reachable(objects: StoreObjects, outsiders: readonly Party[]): string[] {
  const parties = [...partiesOf(objects), ...outsiders];
  const policies = objects.networkPolicies;
  return parties
    .flatMap(from =>
      parties.flatMap(to =>
        to.ports
          .filter(
            port =>
              from !== to &&
              (from.namespace === ours || to.namespace === ours) &&
              lets(policies, 'Egress', from, to, port) &&
              lets(policies, 'Ingress', to, from, port),
          )
          .map(port => `${from.name} → ${to.name} ${port}`),
      ),
    )
    .sort();
}
