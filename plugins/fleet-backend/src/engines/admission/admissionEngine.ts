import type { Engine } from '@fleetcommander/backstage-plugin-fleet-node';
import {
  mutatingAdmissionPolicyBinding,
  validatingAdmissionPolicyBinding,
} from './admissionBindings';
import {
  mutatingAdmissionPolicy,
  validatingAdmissionPolicy,
} from './admissionPolicies';

/** The admission policies that Kubernetes has built in. */
export const admissionEngine: Engine = {
  name: 'admission',
  title: 'Admission policies',
  projectionVersion: 1,
  kinds: [
    validatingAdmissionPolicy,
    validatingAdmissionPolicyBinding,
    mutatingAdmissionPolicy,
    mutatingAdmissionPolicyBinding,
  ],
};
