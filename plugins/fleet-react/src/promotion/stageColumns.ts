/** A stage as its order goes: its name, and those that come before it. */
interface Ordered {
  name: string;
  after: readonly string[];
}

/**
 * Stages in columns, left to right: each one column after the last of those that it is promoted from, so that parallel ones share a
 * column. A cycle, which the backend names as a problem, does not keep them from being shown.
 */
export function stageColumns<Stage extends Ordered>(
  stages: readonly Stage[],
): Stage[][] {
  const byName = new Map(stages.map(stage => [stage.name, stage]));
  const places = new Map<string, number>();
  const placeOf = (stage: Stage, seen: ReadonlySet<string>): number => {
    const known = places.get(stage.name);
    if (known !== undefined) {
      return known;
    }
    const before = stage.after.flatMap(name => {
      const other = byName.get(name);
      return other && !seen.has(name) ? [other] : [];
    });
    const within = new Set(seen).add(stage.name);
    const place =
      Math.max(-1, ...before.map(other => placeOf(other, within))) + 1;
    places.set(stage.name, place);
    return place;
  };
  const columns: Stage[][] = [];
  for (const stage of stages) {
    const place = placeOf(stage, new Set([stage.name]));
    (columns[place] ??= []).push(stage);
  }
  return columns.filter(Boolean);
}
