import { type DocumentNode, GraphQLError, Kind } from 'graphql';
import type { OperationHooks, RequestHooks } from '../runtime/graphql-server/operation-hooks.ts';
import type { Context } from './context.ts';
import { knownCosts } from './known-costs.ts';
import type { OperationLimits } from './operation-limits.ts';
import { operationSize } from './operation-size.ts';
import { passwordFields } from './password-fields.ts';
import { repeatedFields } from './repeated-fields.ts';

const refusal = (what: string, count: number, limit: number): GraphQLError | undefined =>
  count <= limit
    ? undefined
    : new GraphQLError(
        `The operation has ${what} ${count}; at most ${limit} is allowed. Ask for less at a time.`,
        {
          extensions: { code: 'OPERATION_TOO_LARGE', http: { status: 400 } },
        },
      );

function refusalOfShape(document: DocumentNode, limits: OperationLimits): GraphQLError | undefined {
  const { depth, fields, aliases, directives } = operationSize(document);
  const fragments = document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION).length;
  return (
    refusal('a depth of', depth, limits.MAX_OPERATION_DEPTH) ??
    refusal('a number of fields of', fields, limits.MAX_OPERATION_FIELDS) ??
    refusal('a number of aliases of', aliases, limits.MAX_OPERATION_ALIASES) ??
    refusal('a number of directives of', directives, limits.MAX_OPERATION_DIRECTIVES) ??
    refusal('a number of fragments of', fragments, limits.MAX_OPERATION_FRAGMENTS) ??
    refusal('a number of repeated fields of', repeatedFields(document), limits.MAX_OPERATION_REPEATS)
  );
}

/**
 * Refuses an operation that asks for too much (OPERATION_TOO_LARGE): by its shape before it is validated, which takes
 * long for shapes made for that; by its cost before it is planned. Notes in the context whether it is given a password.
 */
export function limitOperation(limits: OperationLimits): OperationHooks<Context> {
  // Apollo takes a refusal only once a document is validated. So an empty one takes the place of one that is too large, in
  // Apollo's store of documents too: the same one is not even parsed when it comes again.
  const refused = new WeakMap<DocumentNode, GraphQLError>();
  const costOf = knownCosts();
  const passwordsOf = passwordFields();
  const forRequest: RequestHooks<Context> = {
    validationDidStart: request => {
      const error = refusalOfShape(request.document, limits);
      if (!error) return;
      const empty: DocumentNode = { kind: Kind.DOCUMENT, definitions: [] };
      refused.set(empty, error);
      Object.assign(request, { document: empty });
    },
    didResolveOperation: ({ schema, document, operation, request, contextValue }) => {
      const error = refused.get(document);
      if (error) throw error;
      if (!operation) return;
      const cost = costOf({ schema, document, operation, variables: request.variables ?? {} });
      const tooDear = refusal('a cost of', cost, limits.MAX_OPERATION_COST);
      if (tooDear) throw tooDear;
      const passwords = passwordsOf({ schema, document, operation });
      const tooSlow = refusal('a number of passwords of', passwords, limits.MAX_OPERATION_PASSWORDS);
      if (tooSlow) throw tooSlow;
      contextValue.hasPassword = passwords > 0;
    },
  };
  return { requestDidStart: () => forRequest };
}
