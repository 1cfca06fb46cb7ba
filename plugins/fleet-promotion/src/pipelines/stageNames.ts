import type { PipelineSummary } from '@fleetcommander/backstage-plugin-fleet-common';

/** The stages that any of the pipelines has, each after those that come before it in one of them. */
export function stageNames(pipelines: readonly PipelineSummary[]): string[] {
  const names: string[] = [];
  for (const { stages } of pipelines) {
    let place = 0;
    for (const { name } of stages) {
      const known = names.indexOf(name);
      if (known < 0) {
        names.splice(place, 0, name);
        place += 1;
      } else {
        place = Math.max(place, known + 1);
      }
    }
  }
  return names;
}
