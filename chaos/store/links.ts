import type { ServiceName, SubgraphName } from '../../runtime/services.ts';
import { databaseSetting, services } from '../../runtime/services.ts';
import { Link } from './link.ts';
import { brokerName, databaseOf, type LinkEnd, linkEnds, processName, replicas } from './parts.ts';

/** What processes connect to: ports of NGINX before each subgraph, and URLs of databases and of the broker. */
export interface Ends {
  subgraphPorts: Record<SubgraphName, number>;
  databaseUrls: Record<SubgraphName, string>;
  brokerUrl: string | undefined;
}

/** The links of all processes: every connection within the store goes over one of them. */
export class Links {
  readonly #links = new Map<string, Link>();
  readonly #settings = new Map<string, Record<string, string>>();

  /** Opens a link for each process and each end that it speaks to. */
  async open(ends: Ends): Promise<void> {
    for (const { from, to } of linkEnds(ends.brokerUrl !== undefined))
      for (const replica of replicas) await this.#add(from, replica, to, ends);
  }

  /** The settings by which a process finds the others over its links. */
  settingsOf(service: ServiceName, replica: number): Record<string, string> {
    return this.#settings.get(processName(service, replica)) ?? {};
  }

  /** The link of a process to an end. */
  link(from: ServiceName, replica: number, to: LinkEnd): Link {
    const link = this.#links.get(`${processName(from, replica)} → ${to}`);
    if (!link) throw new RangeError(`${from} has no link to ${to}.`);
    return link;
  }

  close(): void {
    for (const link of this.#links.values()) link.close();
  }

  async #add(from: ServiceName, replica: number, to: LinkEnd, ends: Ends): Promise<void> {
    const { setting, url } = endOf(from, to, ends);
    const link = new Link(Number(url.port));
    url.port = String(await link.open());
    const name = processName(from, replica);
    this.#links.set(`${name} → ${to}`, link);
    this.#settings.set(name, { ...this.#settings.get(name), [setting]: url.href.replace(/\/$/, '') });
  }
}

function endOf(from: ServiceName, to: LinkEnd, ends: Ends): { setting: string; url: URL } {
  if (to === brokerName) return { setting: 'AMQP_URL', url: new URL(ends.brokerUrl ?? '') };
  if (to !== 'database')
    return { setting: services[to].urlSetting, url: new URL(`http://127.0.0.1:${ends.subgraphPorts[to]}`) };
  const subgraph = databaseOf(from);
  if (!subgraph) throw new RangeError(`${from} has no database.`);
  return {
    setting: databaseSetting(subgraph),
    url: new URL(ends.databaseUrls[subgraph]),
  };
}
