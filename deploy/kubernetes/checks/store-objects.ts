import { ExternalSecret, SecretStore } from '@kubernetes-models/external-secrets/external-secrets.io/v1';
import { ServiceMonitor } from '@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1';
import { Deployment, StatefulSet } from 'kubernetes-models/apps/v1';
import { HorizontalPodAutoscaler } from 'kubernetes-models/autoscaling/v2';
import { Job } from 'kubernetes-models/batch/v1';
import { Ingress, NetworkPolicy } from 'kubernetes-models/networking.k8s.io/v1';
import { PodDisruptionBudget } from 'kubernetes-models/policy/v1';
import { PriorityClass } from 'kubernetes-models/scheduling.k8s.io/v1';
import { StorageClass } from 'kubernetes-models/storage.k8s.io/v1';
import {
  ConfigMap,
  Namespace,
  PersistentVolumeClaim,
  Secret,
  Service,
  ServiceAccount,
} from 'kubernetes-models/v1';

/** The rendered objects, by kind: kubernetes-models has the types, made from the OpenAPI of Kubernetes and from CRDs. */
export type StoreObjects = ReturnType<typeof sortObjects>;

/** Sorts rendered objects by kind. Throws an error where one is of a kind that the store is not known to have. */
export function sortObjects(objects: unknown[]) {
  const sorted = {
    configMaps: objects.filter(ConfigMap.is),
    deployments: objects.filter(Deployment.is),
    externalSecrets: objects.filter(ExternalSecret.is),
    horizontalPodAutoscalers: objects.filter(HorizontalPodAutoscaler.is),
    ingresses: objects.filter(Ingress.is),
    jobs: objects.filter(Job.is),
    namespaces: objects.filter(Namespace.is),
    networkPolicies: objects.filter(NetworkPolicy.is),
    persistentVolumeClaims: objects.filter(PersistentVolumeClaim.is),
    podDisruptionBudgets: objects.filter(PodDisruptionBudget.is),
    priorityClasses: objects.filter(PriorityClass.is),
    secrets: objects.filter(Secret.is),
    secretStores: objects.filter(SecretStore.is),
    serviceAccounts: objects.filter(ServiceAccount.is),
    serviceMonitors: objects.filter(ServiceMonitor.is),
    services: objects.filter(Service.is),
    statefulSets: objects.filter(StatefulSet.is),
    storageClasses: objects.filter(StorageClass.is),
  };
  const known = new Set<unknown>(Object.values(sorted).flat());
  const strange = objects.find(object => !known.has(object));
  if (strange) throw new Error(`An object of a kind that no check knows: ${JSON.stringify(strange)}`);
  return sorted;
}
