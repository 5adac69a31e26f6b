import type { GraphQLResolveInfo, ResponsePath } from 'graphql';
import type { FieldPlan } from './plan.ts';
import type { Run } from './run.ts';

/** A field of one object that is being worked out. */
export class FieldCall {
  readonly run: Run;
  readonly plan: FieldPlan;
  readonly #parentPath: ResponsePath | undefined;
  #path: ResponsePath | undefined;
  #info: GraphQLResolveInfo | undefined;

  constructor(run: Run, plan: FieldPlan, parentPath: ResponsePath | undefined) {
    this.run = run;
    this.plan = plan;
    this.#parentPath = parentPath;
  }

  get path(): ResponsePath {
    const { key, parentType } = this.plan;
    this.#path ??= { prev: this.#parentPath, key, typename: parentType.name };
    return this.#path;
  }

  /** What resolvers are told of where they are. */
  get info(): GraphQLResolveInfo {
    const { run, plan } = this;
    this.#info ??= {
      fieldName: plan.name,
      fieldNodes: plan.nodes,
      returnType: plan.definition.type,
      parentType: plan.parentType,
      path: this.path,
      schema: run.schema,
      fragments: run.fragments,
      rootValue: undefined,
      operation: run.operation,
      variableValues: run.variables,
    };
    return this.#info;
  }
}
