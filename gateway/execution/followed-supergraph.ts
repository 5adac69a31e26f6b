import type { SupergraphManager } from '@apollo/gateway';
import { keepResolvableKeys } from './resolvable-keys.ts';

/** What hands on a supergraph, and each new one that follows it, as the planner does well with it. */
export const followedSupergraph = (supergraphSdl: string | SupergraphManager): SupergraphManager => ({
  async initialize(options) {
    if (typeof supergraphSdl === 'string') return { supergraphSdl: keepResolvableKeys(supergraphSdl) };
    const begun = await supergraphSdl.initialize({
      ...options,
      update: updated => options.update(keepResolvableKeys(updated)),
    });
    return { ...begun, supergraphSdl: keepResolvableKeys(begun.supergraphSdl) };
  },
});
