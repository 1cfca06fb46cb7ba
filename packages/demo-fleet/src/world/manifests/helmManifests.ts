import { ClusterPlan, KubernetesObject } from '../../types';
import { Component } from '../components';
import { Delivery } from '../delivery/Delivery';
import { laggard } from '../plans';
import { componentLabels } from './fluxManifests';

/** Where charts come from: a repository of the classic kind, or an OCI artifact for one chart. */
export function chartSourceManifest(
  component: Component,
  plan: ClusterPlan,
  version: string,
): KubernetesObject | undefined {
  const { name, chart } = component;
  if (!chart) {
    return undefined;
  }
  const metadata = { name, namespace: 'flux-system' };
  if (chart.oci) {
    return {
      apiVersion: `source.toolkit.fluxcd.io/${
        plan.name === laggard ? 'v1beta2' : 'v1'
      }`,
      kind: 'OCIRepository',
      metadata,
      spec: {
        interval: '10m0s',
        url: `${chart.repository}/${name}`,
        ref: { tag: version },
        provider: 'generic',
        timeout: '60s',
        layerSelector: {
          mediaType: 'application/vnd.cncf.helm.chart.content.v1.tar+gzip',
          operation: 'copy',
        },
      },
    };
  }
  return {
    apiVersion: 'source.toolkit.fluxcd.io/v1',
    kind: 'HelmRepository',
    metadata,
    spec: { interval: '1h0m0s', url: chart.repository, timeout: '60s' },
  };
}

function chartReference(component: Component, version: string) {
  const { name, chart } = component;
  if (chart?.oci) {
    return {
      chartRef: { kind: 'OCIRepository', name, namespace: 'flux-system' },
    };
  }
  return {
    chart: {
      spec: {
        chart: name,
        version,
        interval: '10m0s',
        reconcileStrategy: 'ChartVersion',
        sourceRef: { kind: 'HelmRepository', name, namespace: 'flux-system' },
      },
    },
  };
}

/** A HelmRelease as Git describes it. */
export function helmReleaseManifest(
  delivery: Delivery,
  version: string,
): KubernetesObject {
  const [component] = delivery.components;
  return {
    apiVersion: 'helm.toolkit.fluxcd.io/v2',
    kind: 'HelmRelease',
    metadata: {
      name: delivery.name,
      namespace: delivery.namespace,
      labels: componentLabels(delivery),
    },
    spec: {
      interval: delivery.interval,
      releaseName: delivery.name,
      timeout: '5m0s',
      ...chartReference(component, version),
      driftDetection: {
        mode: component.name === 'kyverno' ? 'enabled' : 'warn',
      },
      install: { remediation: { retries: 3 } },
      upgrade: { remediation: { retries: 3 } },
      values: {
        replicaCount: component.workloads[0].replicas,
        podLabels: { 'backstage.io/kubernetes-id': component.name },
      },
    },
  };
}
