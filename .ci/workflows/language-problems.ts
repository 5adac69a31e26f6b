import { fileURLToPath } from 'node:url';
import { runNode } from '../../deploy/local/run-node.ts';

const lint = fileURLToPath(new URL('lint.ts', import.meta.url));

/**
 * What GitHub would not understand in the files of workflows and actions (absolute paths, or from the project's
 * folder): the YAML, the schema, the expressions. One line a problem, as `file:line: problem`.
 */
export async function languageProblems(files: readonly string[]): Promise<string[]> {
  const { code, output } = await runNode([lint, ...files], {});
  if (code !== 0 && code !== 1) throw new Error(output);
  return output.split('\n').filter(line => line !== '');
}
