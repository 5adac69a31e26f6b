import {
  type ASTNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type OperationDefinitionNode,
  type SelectionNode,
  visit,
} from 'graphql';
import { type JsonObject, ownValue } from '../json-object.ts';

/** What a caller chose by the variables of @skip and @include. */
export type Choices = ReadonlyMap<string, boolean>;

const conditionOf = ({ directives = [] }: SelectionNode, name: 'skip' | 'include') =>
  directives.find(directive => directive.name.value === name)?.arguments?.[0]?.value;

/** The names of the variables that @skip and @include take, in an operation and the fragments that it spreads. */
export function choiceNames(
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): string[] {
  const names = new Set<string>();
  const spread = new Set<string>();
  const look = (node: ASTNode): void => {
    visit(node, {
      Directive({ name, arguments: [given] = [] }) {
        if (['skip', 'include'].includes(name.value) && given?.value.kind === 'Variable')
          names.add(given.value.name.value);
      },
      FragmentSpread({ name: { value: name } }) {
        const fragment = spread.has(name) ? undefined : fragments.get(name);
        spread.add(name);
        if (fragment) look(fragment);
      },
    });
  };
  look(operation);
  return [...names].sort();
}

/** What the variables of a request choose. Throws BAD_USER_INPUT where one of them is neither true nor false. */
export function readChoices(
  names: readonly string[],
  { variableDefinitions = [] }: OperationDefinitionNode,
  variables: JsonObject,
): Choices {
  const choices = new Map<string, boolean>();
  for (const name of names) {
    const fallback = variableDefinitions.find(({ variable }) => variable.name.value === name)?.defaultValue;
    const given = ownValue(variables, name);
    const value = given === undefined && fallback?.kind === 'BooleanValue' ? fallback.value : given;
    if (typeof value !== 'boolean')
      throw new GraphQLError(`The variable "$${name}" must be true or false: @skip or @include needs it.`, {
        extensions: { code: 'BAD_USER_INPUT' },
      });
    choices.set(name, value);
  }
  return choices;
}

/** Whether @skip and @include leave a selection in. */
export function isChosenBy(choices: Choices): (selection: SelectionNode) => boolean {
  const isTrue = (condition: ReturnType<typeof conditionOf>): boolean | undefined => {
    if (condition?.kind === 'BooleanValue') return condition.value;
    return condition?.kind === 'Variable' ? choices.get(condition.name.value) : undefined;
  };
  return selection =>
    !selection.directives?.length ||
    (isTrue(conditionOf(selection, 'skip')) !== true && isTrue(conditionOf(selection, 'include')) !== false);
}
