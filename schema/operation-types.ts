import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { preset } from '@graphql-codegen/client-preset';
import { codegen } from '@graphql-codegen/core';
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  Kind,
  parse,
  print,
  printSchema,
  visit,
} from 'graphql';

const projectFolder = new URL('../', import.meta.url).pathname;
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

/**
 * The shop's typed documents: for each *.graphql of storefront/, the content of the
 * *.generated.ts beside it, by path. The fragments in storefront/components are for all of them. `schemaAst` is what
 * clients see.
 */
export async function operationTypes(schemaAst: GraphQLSchema): Promise<Map<string, string>> {
  const paths = globSync('storefront/**/*.graphql', { cwd: projectFolder }).sort();
  const documents = paths.map(path => ({ path, document: parse(read(path)) }));
  const shared = new Map<string, FragmentDefinitionNode>();
  for (const { path, document } of documents)
    for (const each of document.definitions)
      if (path.startsWith('storefront/components/') && each.kind === Kind.FRAGMENT_DEFINITION)
        shared.set(each.name.value, each);
  const files = new Map<string, string>();
  for (const { path, document } of documents) {
    const fragments: DocumentNode = {
      kind: Kind.DOCUMENT,
      definitions: [...fragmentsOf(document, shared).values()],
    };
    const [section] = await preset.buildGeneratesSection({
      baseOutputDir: `${dirname(path)}/`,
      presetConfig: { fragmentMasking: false },
      schema: parse(printSchema(schemaAst)),
      schemaAst,
      documents: [
        { location: path, document, rawSDL: print(document) },
        { location: 'storefront/components', document: fragments, rawSDL: print(fragments) },
      ],
      config: {
        useTypeImports: true,
        enumType: 'string-literal',
        scalars: { ID: 'string', DateTime: 'string', Decimal: 'string', JSON: 'unknown' },
      },
      plugins: [],
      pluginMap: {},
    });
    if (!section) throw new Error(`The client preset makes nothing of ${path}.`);
    files.set(path.replace(/\.graphql$/, '.generated.ts'), await codegen(section));
  }
  return files;
}
