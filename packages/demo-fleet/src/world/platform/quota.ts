import { ClusterSpec } from './ClusterClaim';

/** Instance types that the platform offers and that nobody has asked the clouds for yet, so that their quota is none. */
const unavailable: Record<ClusterSpec['cloudProvider'], string> = {
  aws: 'p5.48xlarge',
  gcp: 'a3-highgpu-8g',
  azure: 'Standard_ND96isr_H100_v5',
};

const refusals: Record<ClusterSpec['cloudProvider'], (id: string) => string> = {
  aws: id =>
    `waiting for EKS Node Group (${id}) create: unexpected state 'CREATE_FAILED', wanted target 'ACTIVE'. last error: ` +
    `AsgInstanceLaunchFailures: Could not launch On-Demand Instances. VcpuLimitExceeded - You have requested more vCPU capacity than your current vCPU limit of 0 ` +
    `allows for the instance bucket that the specified instance type belongs to. Request an adjustment to this limit. Launching EC2 instance failed.`,
  gcp: id =>
    `error creating NodePool: googleapi: Error 403: Insufficient regional quota to satisfy request for ${id}: resource "NVIDIA_H100_GPUS": request requires '8.0' and is short '8.0'. ` +
    `project has a quota of '0.0' with '0.0' available., forbidden`,
  azure: id =>
    `creating Node Pool ${id}: agentpools.AgentPoolsClient#CreateOrUpdate: StatusCode=400 -- Code="ErrCode_InsufficientVCPUQuota" ` +
    `Message="Insufficient vcpu quota requested 96, remaining 0 for family standardNDISRH100v5Family for region. Please request an increase."`,
};

/** What a cloud answers who asks for an instance type that is beyond the quota; undefined for all others. */
export function quotaRefusal(
  provider: ClusterSpec['cloudProvider'],
  id: string,
  instanceType: string,
): string | undefined {
  return instanceType === unavailable[provider]
    ? refusals[provider](id)
    : undefined;
}
