import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { codegen } from '@graphql-codegen/core';
import * as typedDocumentNode from '@graphql-codegen/typed-document-node';
import * as typescriptOperations from '@graphql-codegen/typescript-operations';
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  Kind,
  parse,
  printSchema,
  visit,
} from 'graphql';
import { generatedNotice } from './generated-notice.ts';

const projectFolder = join(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(projectFolder, path), 'utf8');

/** The fragments that a document spreads, and those that these spread. Throws where one is missing. */
function fragmentsOf(
  document: DocumentNode,
  shared: ReadonlyMap<string, FragmentDefinitionNode>,
  found = new Map<string, FragmentDefinitionNode>(),
): Map<string, FragmentDefinitionNode> {
  const own = new Set(
    document.definitions.flatMap(each => (each.kind === Kind.FRAGMENT_DEFINITION ? each.name.value : [])),
  );
  visit(document, {
    FragmentSpread({ name: { value: name } }) {
      if (own.has(name) || found.has(name)) return;
      const fragment = shared.get(name);
      if (!fragment) throw new Error(`No file of storefront/components holds the fragment ${name}.`);
      found.set(name, fragment);
      fragmentsOf({ kind: Kind.DOCUMENT, definitions: [fragment] }, shared, found);
    },
  });
  return found;
}

/** Where the enums and inputs stand that the shop's operations name. */
const schemaTypesPath = 'storefront/graphql/schema-types.generated.ts';

const config = {
  useTypeImports: true,
  importExtension: '.ts' as const,
  enumType: 'string-literal',
  scalars: { ID: 'string', DateTime: 'string', Decimal: 'string', JSON: 'unknown' },
};

/**
 * The shop's typed documents: for each *.graphql of storefront/, the content of the
 * *.generated.ts beside it, by path, and that of the one file with the enums and inputs that they name. The fragments in
 * storefront/components are for all of them. `schemaAst` is what clients see. Codegen's plugins without its client
 * preset, which would write enums and inputs into each of the files.
 */
export async function operationTypes(schemaAst: GraphQLSchema): Promise<Map<string, string>> {
  const schema = parse(printSchema(schemaAst));
  const paths = globSync('storefront/**/*.graphql', { cwd: projectFolder }).sort();
  const documents = paths.map(path => ({ path, document: parse(read(path)) }));
  const shared = new Map<string, FragmentDefinitionNode>();
  for (const { path, document } of documents)
    for (const each of document.definitions)
      if (path.startsWith('storefront/components/') && each.kind === Kind.FRAGMENT_DEFINITION)
        shared.set(each.name.value, each);
  const files = new Map<string, string>();
  for (const { path, document } of documents) {
    const filename = path.replace(/\.graphql$/, '.generated.ts');
    const fragments: DocumentNode = {
      kind: Kind.DOCUMENT,
      definitions: [...fragmentsOf(document, shared).values()],
    };
    const content = await codegen({
      filename,
      schema,
      schemaAst,
      documents: [
        { location: path, document },
        { location: 'storefront/components', document: fragments },
      ],
      config: { ...config, importSchemaTypesFrom: schemaTypesPath },
      plugins: [{ generatedNotice: {} }, { typescriptOperations: {} }, { typedDocumentNode: {} }],
      pluginMap: { generatedNotice, typescriptOperations, typedDocumentNode },
    });
    files.set(filename, content);
  }
  files.set(
    schemaTypesPath,
    await codegen({
      filename: schemaTypesPath,
      schema,
      schemaAst,
      documents: documents.map(({ path, document }) => ({ location: path, document })),
      config: { ...config, generateOperationTypes: false },
      plugins: [{ generatedNotice: {} }, { typescriptOperations: {} }],
      pluginMap: { generatedNotice, typescriptOperations },
    }),
  );
  return files;
}
