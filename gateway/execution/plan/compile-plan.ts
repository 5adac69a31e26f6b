import type { GraphQLSchema } from 'graphql';
import type { Choices } from '../../../runtime/execution/choices.ts';
import type { FetchNode, PlanNode, PlanPath } from '../apollo-types.ts';
import { EntityFetch } from './entity-fetch.ts';
import type { PlanStep } from './plan-step.ts';
import { repeatedQuestions } from './repeated-questions.ts';
import { RootFetch } from './root-fetch.ts';
import { shareableFetches } from './shareable-fetches.ts';
import { objectsAt, pathParts } from './walk-path.ts';

const inSequence = (steps: readonly PlanStep[]): PlanStep => ({
  async run(execution, cursor) {
    for (const step of steps) await step.run(execution, cursor);
  },
});

const inParallel = (steps: readonly PlanStep[]): PlanStep => ({
  async run(execution, cursor) {
    await Promise.all(steps.map(step => step.run(execution, cursor)));
  },
});

function atPath(path: PlanPath, step: PlanStep): PlanStep {
  const parts = pathParts(path);
  return {
    async run(execution, cursor) {
      const objects = objectsAt(cursor.objects, parts, execution.hasSharedObjects);
      if (objects.length > 0) await step.run(execution, { path: [...cursor.path, ...path], objects });
    },
  };
}

const hasRequirements = (node: FetchNode): node is FetchNode & Required<Pick<FetchNode, 'requires'>> =>
  node.requires !== undefined;

/**
 * Makes of a plan, and of what the caller chose, what can be run again and again; undefined where there is nothing to
 * be asked. `schema` is the whole supergraph. Throws where the plan has what a gateway cannot do: @defer, @fromContext.
 */
export function compilePlan(
  schema: GraphQLSchema,
  plan: PlanNode | undefined,
  choices: Choices,
): PlanStep | undefined {
  const shareable = shareableFetches(plan);
  const questions = repeatedQuestions(plan);

  const compileAll = (
    nodes: readonly PlanNode[],
    together: (steps: readonly PlanStep[]) => PlanStep,
  ): PlanStep | undefined => {
    const steps = nodes.map(compile).filter(step => step !== undefined);
    return steps.length > 1 ? together(steps) : steps[0];
  };

  const compileFetch = (node: FetchNode): PlanStep => {
    if (node.contextRewrites?.length) throw new Error('The gateway cannot do @fromContext.');
    if (hasRequirements(node))
      return new EntityFetch(schema, node, { shares: shareable.has(node), question: questions.get(node) });
    return new RootFetch(schema, node, node === plan);
  };

  const compile = (node: PlanNode): PlanStep | undefined => {
    switch (node.kind) {
      case 'Sequence':
        return compileAll(node.nodes, inSequence);
      case 'Parallel':
        return compileAll(node.nodes, inParallel);
      case 'Flatten': {
        const step = compile(node.node);
        return step && atPath(node.path, step);
      }
      case 'Condition': {
        const branch = choices.get(node.condition) ? node.ifClause : node.elseClause;
        return branch && compile(branch);
      }
      case 'Fetch':
        return compileFetch(node);
      case 'Defer':
        throw new Error('The gateway cannot do @defer.');
    }
  };

  return plan && compile(plan);
}
