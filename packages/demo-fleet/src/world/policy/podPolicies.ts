import { trials } from './celPolicies';
import type { CelCheck, PolicyCheck } from './PolicyCheck';
import { policyChecks } from './policyChecks';

/** Everything that the demo's platform asks of pods, and where a pod breaks it. */
export const podPolicies: readonly Pick<
  PolicyCheck | CelCheck,
  'name' | 'breach'
>[] = [...policyChecks, ...trials];
