/**
 * A hub and its spokes as simulated Kubernetes APIs in one process.
 *
 * @packageDocumentation
 */
export { createDemoFleet } from './createDemoFleet';
export { startDemoGitHost, type DemoGitHostOptions } from './startDemoGitHost';
export { DemoFleet, type DemoFleetOptions } from './DemoFleet';
export { DemoCluster } from './DemoCluster';
export type { FluxWebhookTarget } from './FluxWebhook';
export type { Fault } from './faults/Fault';
export type { Role } from './apiserver/http/Access';
export type { ClusterSize } from './world/delivery/sizedDeliveries';
export type { TrafficCounts } from './apiserver/http/Traffic';
export type {
  ClusterObjects,
  ClusterPlan,
  KubernetesObject,
  ObjectRef,
  ResourceDefinition,
  WriteOptions,
} from './types';
export type { ApiAnswer } from './githost/http/ApiAnswer';
export { LocalRepository } from './githost/LocalRepository';
export {
  GitHost,
  type GitHostOptions,
  type GitHostPush,
} from './githost/GitHost';
export type { GitHostRequest } from './githost/http/GitHostServer';
export {
  outage,
  rateLimited,
  secondarilyRateLimited,
  type GitHostFault,
} from './githost/Fault';
export type { RepositoryOptions } from './githost/model/RepositoryOptions';
export type { Protection } from './githost/model/Protection';
export type { Access, PersonOptions } from './githost/model/Person';
export type { NewFiles } from './githost/model/commitFiles';
export { podPolicies } from './world/policy/podPolicies';
export { buildKustomization } from './world/repository/kustomize/buildKustomization';
