import {
  type ConstDirectiveNode,
  type InterfaceTypeDefinitionNode,
  type ObjectTypeDefinitionNode,
  parse,
  print,
  visit,
} from 'graphql';

const argumentOf = ({ arguments: given = [] }: ConstDirectiveNode, name: string) =>
  given.find(each => each.name.value === name)?.value;

const graphOf = (directive: ConstDirectiveNode): string | undefined => {
  const graph = argumentOf(directive, 'graph');
  return graph?.kind === 'EnumValue' ? graph.value : undefined;
};

const isUnresolvable = (directive: ConstDirectiveNode): boolean => {
  const resolvable = argumentOf(directive, 'resolvable');
  return resolvable?.kind === 'BooleanValue' && !resolvable.value;
};

function withResolvableKeys<Type extends ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode>(
  type: Type,
): Type | undefined {
  const { directives = [] } = type;
  const joins = directives.filter(({ name }) => name.value === 'join__type');
  const resolvable = new Set(
    joins.filter(join => argumentOf(join, 'key') && !isUnresolvable(join)).map(graphOf),
  );
  const needless = new Set(joins.filter(join => isUnresolvable(join) && resolvable.has(graphOf(join))));
  if (needless.size === 0) return undefined;
  return { ...type, directives: directives.filter(directive => !needless.has(directive)) };
}

/**
 * A supergraph without the keys by which a subgraph does not resolve a type that it resolves by other keys: Apollo's
 * planner may ask it by such a key all the same.
 */
export function keepResolvableKeys(supergraphSdl: string): string {
  if (!supergraphSdl.includes('resolvable: false')) return supergraphSdl;
  const document = parse(supergraphSdl);
  const kept = visit(document, {
    ObjectTypeDefinition: { leave: withResolvableKeys },
    InterfaceTypeDefinition: { leave: withResolvableKeys },
  });
  return kept === document ? supergraphSdl : print(kept);
}
