import { ClusterPlan } from '../../types';
import { Component, services } from '../components';
import { placementOf } from '../plans';

/** The services that run on a spoke. */
export function servicesOn(plan: ClusterPlan): Component[] {
  return services.filter(({ placements }) =>
    placements.includes(placementOf(plan)),
  );
}
