import { expect } from '@jest/globals';
import { kubectlTest } from '../../../testing/kubectl-test.ts';
import { named, podOf, renderedOnce } from './planted.ts';

const folders: Record<string, string> = { mysql: '/var/lib/mysql', rabbitmq: '/var/lib/rabbitmq' };

kubectlTest('databases and broker keep what they have on volumes of their own', async () => {
  const { statefulSets } = await renderedOnce('local');
  const names = ['auth-database', 'broker', 'catalog-database', 'purchase-database'];
  expect(statefulSets.map(({ metadata }) => metadata?.name).sort()).toEqual(names);
  for (const { spec } of statefulSets) {
    const claims = spec?.volumeClaimTemplates?.map(({ metadata }) => metadata?.name);
    const container = spec?.template.spec?.containers[0];
    const mount = container?.volumeMounts?.find(({ mountPath }) => mountPath === folders[container.name]);
    expect(claims).toContain(mount?.name);
  }
});

kubectlTest('backups go on all the time, by one process, to a volume that is nobody else’s', async () => {
  const objects = await renderedOnce('local');
  const { pod, container } = podOf(objects, 'backup');
  expect(named(objects.deployments, 'backup').spec).toMatchObject({
    replicas: 1,
    strategy: { type: 'Recreate' },
  });
  expect(container.args).toEqual(['backup', '--every', '24']);
  expect(container.readinessProbe?.exec?.command?.slice(-2)).toEqual(['backup', '--check']);
  const folder = container.env?.find(({ name }) => name === 'BACKUP_DIR')?.value;
  const mount = container.volumeMounts?.find(({ mountPath }) => mountPath === folder);
  const claim = pod.volumes?.find(({ name }) => name === mount?.name)?.persistentVolumeClaim?.claimName;
  expect(claim).toBe('backups');
  const others = objects.deployments.filter(({ metadata }) => metadata?.name !== 'backup');
  expect(JSON.stringify(others)).not.toContain('"claimName":"backups"');
});
