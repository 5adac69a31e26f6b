import { expect } from '@jest/globals';
import { z } from 'zod';
import { serviceNames, services, subgraphs } from '../../../runtime/services.ts';
import { kubectlTest } from '../../../testing/kubectl-test.ts';
import { renderComponent } from './render-component.ts';

const metadata = z.object({ name: z.string() });
const deployment = z.object({
  kind: z.literal('Deployment'),
  metadata,
  spec: z.object({ template: z.object({ spec: z.unknown() }) }),
});
const certificate = z.object({
  kind: z.literal('Certificate'),
  metadata,
  spec: z.object({ secretName: z.string(), dnsNames: z.array(z.string()) }),
});
const authority = z.object({
  kind: z.literal('Certificate'),
  spec: z.object({ isCA: z.literal(true), privateKey: z.object({ rotationPolicy: z.string() }) }),
});
const ingress = z.object({
  kind: z.literal('Ingress'),
  metadata: metadata.extend({ annotations: z.record(z.string(), z.string()) }),
});
const settings = z.object({ kind: z.literal('ConfigMap'), data: z.record(z.string(), z.string()) });

kubectlTest(
  'with cert-manager each service has a certificate for its name, and mounts it alone',
  async () => {
    // cert-manager's objects are of kinds that the other checks do not know.
    const objects = await renderComponent('internal-tls', 'components', ['eks/ingress.yaml']);
    const of = <Found>(schema: z.ZodType<Found>): Found[] =>
      objects.flatMap(object => schema.safeParse(object).data ?? []);
    const certificates = of(certificate).map(each => [each.spec.secretName, each.spec.dnsNames]);
    expect(certificates.sort()).toEqual(serviceNames.map(name => [`${name}-tls`, [name]]).toSorted());
    expect(of(authority).map(each => each.spec.privateKey.rotationPolicy)).toEqual(['Never']);
    for (const name of serviceNames) {
      const found = of(deployment).find(each => each.metadata.name === name);
      const probe = { httpGet: expect.objectContaining({ port: 'health' }) };
      expect(found?.spec.template.spec).toMatchObject({
        containers: [
          {
            env: expect.arrayContaining([
              { name: 'INTERNAL_TLS_DIR', value: '/run/internal-tls' },
              { name: 'HEALTH_PORT', value: '4090' },
            ]),
            ports: expect.arrayContaining([{ name: 'health', containerPort: 4090 }]),
            startupProbe: probe,
            readinessProbe: probe,
            livenessProbe: probe,
            volumeMounts: expect.arrayContaining([
              { name: 'internal-tls', mountPath: '/run/internal-tls', readOnly: true },
            ]),
          },
        ],
        volumes: expect.arrayContaining([
          { name: 'internal-tls', secret: { secretName: `${name}-tls`, defaultMode: 0o440 } },
        ]),
      });
    }
    const urls = subgraphs.map(name => [services[name].urlSetting, `https://${name}:${services[name].port}`]);
    expect(of(settings).map(({ data }) => data)).toContainEqual(
      expect.objectContaining(Object.fromEntries(urls)),
    );
    expect(of(ingress).map(each => each.metadata)).toEqual([
      {
        name: 'store',
        annotations: expect.objectContaining({
          'alb.ingress.kubernetes.io/backend-protocol': 'HTTPS',
          'alb.ingress.kubernetes.io/healthcheck-protocol': 'HTTPS',
          'nginx.ingress.kubernetes.io/backend-protocol': 'HTTPS',
        }),
      },
    ]);
  },
);
