import { type Job, parseWorkflow } from './workflow.ts';

/** They run with this repository's secrets on what a stranger wrote. */
const dangerous = ['pull_request_target', 'workflow_run'];

const writes = ({ permissions = {} }: Job) =>
  typeof permissions === 'string' || Object.values(permissions).includes('write');

const keepsToken = ({ steps }: Job) =>
  steps.some(
    ({ uses, with: inputs }) =>
      uses?.startsWith('actions/checkout@') && inputs['persist-credentials'] !== false,
  );

const knowsSecrets = (job: Job) => /\bsecrets[.[]|"secrets":/.test(JSON.stringify(job));

/** What a workflow may do, or take, beyond what it needs. One line a problem. */
export function powerProblems(text: string): string[] {
  const { on, permissions, concurrency, jobs } = parseWorkflow(text);
  const problems = dangerous.filter(event => event in on).map(event => `it starts on ${event}`);
  const most = JSON.stringify(permissions);
  if (most !== '{}' && most !== '{"contents":"read"}')
    problems.push('all its jobs may do more than read the code: give each job what it needs');
  if (!concurrency) problems.push('it says nothing about runs side by side: give it a concurrency group');
  for (const [name, job] of Object.entries(jobs)) {
    if (!job.uses && job['timeout-minutes'] === undefined) problems.push(`${name} has no timeout-minutes`);
    if ('pull_request' in on && writes(job)) problems.push(`${name} may write, on a pull request`);
    if (keepsToken(job))
      problems.push(`${name} leaves the token in the clone: persist-credentials must be false`);
    if (knowsSecrets(job) && !job.environment) problems.push(`${name} knows secrets outside an environment`);
  }
  return problems;
}
