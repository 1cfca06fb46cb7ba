import type { Access } from '../../store/FleetQueryStore';

/** What the backend itself sees. Gates are the same for all who look at them. */
export const everything: Access = {
  clusters: true,
  applications: true,
  claims: true,
};
