import { explain } from '../local/explain.ts';
import { installDependenciesOf } from '../local/install-dependencies.mjs';

// The command `npm run aws`: what it can do stands in commands/commands.ts.
try {
  await installDependenciesOf('deploy/aws');
  const { runCommand } = await import('./commands/commands.ts');
  process.exitCode = await runCommand(process.argv.slice(2));
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}
