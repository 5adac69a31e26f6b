import { expect } from '@jest/globals';
import { serviceNames } from '../../../runtime/services.ts';
import { kubectlTest } from '../../../testing/kubectl-test.ts';
import { renderedOnce } from './planted.ts';
import { overlays } from './render.ts';

const fewest = { local: 1, eks: 2 };

kubectlTest.each(overlays)('%s scales by the numbers of objective 2', async overlay => {
  const { horizontalPodAutoscalers, podDisruptionBudgets } = await renderedOnce(overlay);
  expect(horizontalPodAutoscalers.map(({ metadata }) => metadata?.name).sort()).toEqual(
    [...serviceNames].sort(),
  );
  for (const { spec } of horizontalPodAutoscalers) {
    expect(spec).toMatchObject({ minReplicas: fewest[overlay], maxReplicas: 6 });
    expect(spec?.metrics).toEqual([
      {
        type: 'Resource',
        resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 50 } },
      },
    ]);
    expect(spec?.behavior?.scaleUp?.stabilizationWindowSeconds).toBe(300);
  }
  expect(podDisruptionBudgets.map(({ metadata }) => metadata?.name).sort()).toEqual([...serviceNames].sort());
  for (const { spec } of podDisruptionBudgets)
    expect(spec).toMatchObject({ maxUnavailable: 1, unhealthyPodEvictionPolicy: 'AlwaysAllow' });
});

kubectlTest('the oracle runs once, looks every minute and is read by its metrics', async () => {
  const { deployments, services } = await renderedOnce('local');
  const oracle = deployments.find(({ metadata }) => metadata?.name === 'oracle')?.spec;
  expect(oracle).toMatchObject({ replicas: 1, strategy: { type: 'Recreate' } });
  expect(oracle?.template.spec?.containers[0]?.args).toEqual(['invariants', '--every', '60']);
  const ports = services.find(({ metadata }) => metadata?.name === 'oracle')?.spec?.ports;
  expect(ports).toEqual([{ name: 'metrics', port: 9464, targetPort: 'metrics' }]);
});
