import { Supergraph } from '@apollo/federation-internals';
import { findBreakingChanges, type GraphQLSchema } from 'graphql';

/** The schema that clients of a supergraph see. */
export const apiSchemaOf = (supergraphSdl: string): GraphQLSchema =>
  Supergraph.build(supergraphSdl).apiSchema().toGraphQLJSSchema();

/** What a client of the old supergraph could no longer do with the new one, one sentence each. */
export const breakingChanges = (oldSdl: string, newSdl: string): string[] =>
  findBreakingChanges(apiSchemaOf(oldSdl), apiSchemaOf(newSdl)).map(change => change.description);
