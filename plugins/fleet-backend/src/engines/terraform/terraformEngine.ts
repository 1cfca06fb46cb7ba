import type { Engine } from '@fleetcommander/backstage-plugin-fleet-node';
import { terraform } from './terraform';

/** Terraform and OpenTofu by tofu-controller, which was tf-controller. */
export const terraformEngine: Engine = {
  name: 'terraform',
  title: 'Terraform (tofu-controller)',
  projectionVersion: 1,
  kinds: [terraform],
};
