import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  parse,
  type SelectionSetNode,
  visit,
} from 'graphql';
import { fragmentsOf } from '../../runtime/execution/collect-fields.ts';

const projectFolder = join(import.meta.dirname, '../..');

const typename = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } } as const;

const withTypename = (set: SelectionSetNode): SelectionSetNode =>
  set.selections.some(each => each.kind === 'Field' && each.name.value === '__typename' && !each.alias)
    ? set
    : { ...set, selections: [...set.selections, typename] };

/** A document as the shop's client (urql) sends it: with __typename in every selection but that of the operation. */
const asSent = (document: DocumentNode): DocumentNode =>
  visit(document, {
    Field: {
      leave: node =>
        node.selectionSet ? { ...node, selectionSet: withTypename(node.selectionSet) } : undefined,
    },
    InlineFragment: { leave: node => ({ ...node, selectionSet: withTypename(node.selectionSet) }) },
    FragmentDefinition: { leave: node => ({ ...node, selectionSet: withTypename(node.selectionSet) }) },
  });

function spreadIn(
  node: DocumentNode['definitions'][number],
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  found = new Set<FragmentDefinitionNode>(),
): Set<FragmentDefinitionNode> {
  visit(node, {
    FragmentSpread({ name }) {
      const fragment = fragments.get(name.value);
      if (!fragment || found.has(fragment)) return;
      found.add(fragment);
      spreadIn(fragment, fragments, found);
    },
  });
  return found;
}

/** The operations of the shop (storefront/), each in a document of its own with its fragments, as browsers send them. */
export function readShopOperations(): DocumentNode[] {
  const paths = globSync('storefront/**/*.graphql', { cwd: projectFolder });
  const documents = paths.sort().map(path => parse(readFileSync(join(projectFolder, path), 'utf8')));
  const definitions = documents.flatMap(document => document.definitions);
  const fragments = fragmentsOf({ kind: Kind.DOCUMENT, definitions });
  return definitions
    .filter(({ kind }) => kind === Kind.OPERATION_DEFINITION)
    .map(operation =>
      asSent({ kind: Kind.DOCUMENT, definitions: [operation, ...spreadIn(operation, fragments)] }),
    );
}
