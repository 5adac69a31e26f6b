import { App, Tags, Validations } from 'aws-cdk-lib';
import flags from 'aws-cdk-lib/recommended-feature-flags.json' with { type: 'json' };
import { AwsSolutionsChecks } from 'cdk-nag';
import { acknowledge } from './acknowledge.ts';
import { names } from './names.ts';
import { NetworkStack } from './network/network-stack.ts';
import { readDeploymentSettings } from './settings.ts';
import { StateStack } from './state/state-stack.ts';
import { StoreStack } from './store/store-stack.ts';
import { TasksStack } from './tasks/tasks-stack.ts';

// By exports: what another stack uses can be neither removed nor replaced.
const references = { '@aws-cdk/core:defaultCrossStackReferences': 'strong' };

/**
 * The app with its stacks, in the order in which they are deployed. Its settings come from `context`, and from where
 * CDK itself looks. Putting it together fails where AWS's own checks, or those of cdk-nag, find something wrong.
 */
export function createStacks(context: Readonly<Record<string, unknown>> = {}, outdir?: string) {
  const app = new App({ context: { ...flags, ...references, ...context }, ...(outdir && { outdir }) });
  const settings = readDeploymentSettings(app.node);
  const env = { region: settings.region };
  const guarded = { env, terminationProtection: true };
  const network = new NetworkStack(app, names.stacks.network, guarded);
  const state = new StateStack(app, names.stacks.state, { ...guarded, network });
  const tasks = new TasksStack(app, names.stacks.tasks, { env, network, state });
  const store = new StoreStack(app, names.stacks.store, { env, settings, network, state, tasks });
  // RFC 2606: such names are nobody's, and no certificate is made out for them.
  if (/(^|\.)(example(\.(com|net|org))?|test|invalid|localhost)$/.test(settings.domain))
    Validations.of(store).addWarning(
      'domain',
      `${settings.domain} is nobody's: set domain in deploy/aws/cdk.json.`,
    );
  Tags.of(app).add('project', 'bookstore');
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  acknowledge(app, {
    'CloudFormation-Validate::W3010':
      'Three zones by name: databases and files must not move when AWS opens another zone.',
  });
  return { app, network, state, tasks, store };
}
