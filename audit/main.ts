import { explain } from '../deploy/local/explain.ts';
import { openDatabases } from '../invariants/open-databases.ts';
import { verifyChain } from '../runtime/audit/verify-chain.ts';
import { beginCommand } from '../runtime/begin-command.ts';
import { subgraphs } from '../runtime/services.ts';
import { parseCommand, usage } from './command-line.ts';
import { readOptions } from './env.ts';

// The command `npm run audit`.

/** A page of the chain may take long to read. */
const statementMilliseconds = 120_000;

async function run(): Promise<number> {
  const begun = beginCommand({ parseCommand, usage, readOptions });
  if ('exitCode' in begun) return begun.exitCode;
  const { command, settings } = begun;
  const databases = openDatabases(settings, statementMilliseconds);
  let isWhole = true;
  try {
    for (const subgraph of subgraphs) {
      const known = command.heads.filter(head => head.subgraph === subgraph);
      const { last, broken } = await verifyChain(
        (statement, values) => databases.read(subgraph, statement, values),
        known,
      );
      if (broken) {
        isWhole = false;
        console.log(`${subgraph}: broken at link ${broken.sequence}: ${broken.why}`);
      } else {
        console.log(
          `${subgraph}: whole, ${last.sequence} entries. Its head: ${subgraph}:${last.sequence}:${last.hash}`,
        );
      }
    }
  } finally {
    await databases.close();
  }
  return isWhole ? 0 : 1;
}

process.exitCode = await run().catch(error => {
  console.error(explain(error));
  return 2;
});
